package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows the table that the code has. */
class ExtensionTableTest {
    @Test
    void theReadmeSaysWhatEachCapabilityEnables() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int from = lines.indexOf("## What each capability enables");
        List<String> table = lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        assertThat(table)
                .containsExactlyElementsOf(
                        Stream.of(Extension.values()).map(Extension::line).toList());
    }
}
