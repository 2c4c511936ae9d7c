package dev.tegami.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The corpora of others; a test that needs them is skipped, by name, where there are none. */
final class Corpora {
    private Corpora() {}

    static Path root() {
        String place = System.getProperty("tegami.corpora", "");
        Assumptions.assumeFalse(place.isEmpty(), "no corpora: set -Dtegami.corpora");
        return Path.of(place);
    }

    /** All files that hold a message, by the manifest. */
    static List<Path> messages() {
        return ofKind("mime", "smime");
    }

    static List<Path> ofKind(String... kinds) {
        Path root = root();
        try (Stream<String> lines = Files.lines(root.resolve("manifest.tsv"), StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(cells -> cells.length > 2 && List.of(kinds).contains(cells[2]))
                    .map(cells -> file(root, cells))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path root, String[] cells) {
        Path direct = root.resolve(cells[1]);
        return Files.isRegularFile(direct) ? direct : root.resolve(cells[0]).resolve(cells[1]);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
