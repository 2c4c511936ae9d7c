package dev.tegami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ReportTest {
    private static final List<Ratio> RATIOS = List.of(
            new Ratio("dev.tegami.benchmarks.mime.ParseBenchmark letter=a<b", "angus", 2.5, 3),
            new Ratio("dev.tegami.benchmarks.mime.ParseBenchmark letter=c", "mime4j", 0.5, Double.NaN),
            new Ratio("dev.tegami.benchmarks.pop3.CollectBenchmark", "commons", 1000, 20));

    @Test
    void aTableSaysWhatWasMeasuredAgainstWhom(@TempDir Path folder) throws IOException {
        Report.write(folder, RATIOS);
        assertThat(Files.readString(folder.resolve("ratios.md")))
                .contains(
                        "![mime](ratios-mime.svg)",
                        "| Parse, letter=c | mime4j | 0.50 |  |",
                        "| Collect | commons | 1000 | 20 |");
        assertThat(folder.resolve("ratios-pop3.svg")).isNotEmptyFile();
    }

    @Test
    void aPlotIsXmlWithABarForEachRatioThatStaysInside()
            throws ParserConfigurationException, SAXException, IOException {
        String svg = Plot.of("mime", RATIOS);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1 + RATIOS.size());
        assertThat(svg).contains("letter=a&lt;b", ">1000</text>");
    }
}
