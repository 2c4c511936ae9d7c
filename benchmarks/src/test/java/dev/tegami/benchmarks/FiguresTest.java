package dev.tegami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class FiguresTest {
    private static final String SMALL = "read a letter of 3 KB";
    private static final Comparison PARSE = named("mime.Parse");
    private static final Comparison COLLECT = named("pop3.Collect");
    private static final Ratio FASTER = ratio("mime", SMALL, "a<b & \"c\"", 2.5);
    private static final Ratio SLOWER = ratio("mime", SMALL, "mime4j", 0.5);
    private static final Ratio BEYOND = ratio("pop3", "read 200 messages of 4 KB over TLS", "commons", 1000);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aTableSaysWhatWasMeasuredAgainstWhomAndWhen() throws IOException {
        new Figures(folder).put(PARSE, List.of(FASTER, SLOWER));
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains("![MIME](mime.svg)", "| read a letter of 3 KB | mime4j | 0.50 | 0.45 – 0.55 |  | today |");
    }

    @Test
    void anotherRunKeepsWhatItDidNotMeasure() throws IOException {
        new Figures(folder).put(COLLECT, List.of(BEYOND));
        new Figures(folder).put(PARSE, List.of(FASTER, SLOWER));
        new Figures(folder).put(PARSE, List.of(SLOWER));
        assertThat(Files.readAllLines(folder.resolve("ratios.tsv")))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("mime\t" + SMALL + "\tmime4j\t0.500\t"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("pop3\t"));
        assertThat(folder.resolve("pop3.svg")).isNotEmptyFile();
    }

    @Test
    void aPageShowsThePlotsBetweenItsMarks() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.md"), "a\n<!-- plots, by benchmarks/run -->\nold\n<!-- end of plots -->\nz\n");
        Figures figures = new Figures(folder);
        figures.put(PARSE, List.of(FASTER));
        figures.put(COLLECT, List.of(BEYOND));
        figures.show(page, "here");
        assertThat(Files.readString(page))
                .startsWith("a\n<!-- plots, by benchmarks/run -->\n![MIME: ratios](here/mime.svg)\n")
                .contains("![POP3: ratios](here/pop3.svg)\n", "[All figures](here/README.md)")
                .endsWith("\n<!-- end of plots -->\nz\n")
                .doesNotContain("old");
    }

    @Test
    void aPlotIsXmlWithABarForEachRatioThatStaysInside()
            throws ParserConfigurationException, SAXException, IOException {
        String svg = Plot.of("mime", List.of(FASTER, SLOWER, BEYOND));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(4);
        assertThat(svg).contains("a&lt;b &amp; &quot;c&quot;", ">1000</text>");
    }

    @Test
    void everyComparisonNamesBenchmarksThatThereAre() {
        for (Comparison comparison : Comparison.ALL) {
            TreeSet<String> found = new TreeSet<>();
            BenchmarkList.defaultList()
                    .find(
                            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                            List.of(comparison.pattern()),
                            List.of())
                    .forEach(entry -> found.add(
                            entry.getUsername().substring(entry.getUsername().lastIndexOf('.') + 1)));
            TreeSet<String> wanted = new TreeSet<>(List.of(Ratios.OURS));
            comparison.peers().forEach(peer -> wanted.add(peer.method()));
            assertThat(found).as(comparison.name()).isEqualTo(wanted);
        }
    }

    @Test
    void everyPeerHasItsVersion() {
        assertThat(Peer.values())
                .allSatisfy(peer -> assertThat(peer.title()).matches("[A-Za-z0-9 ]+ [0-9]+[.][0-9.]+(,| over)?.*"));
    }

    private static Comparison named(String name) {
        return Comparison.ALL.stream()
                .filter(comparison -> comparison.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Ratio ratio(String subject, String work, String peer, double clock) {
        return new Ratio(subject, work, peer, clock, clock * 0.9, clock * 1.1, Double.NaN, "today");
    }
}
