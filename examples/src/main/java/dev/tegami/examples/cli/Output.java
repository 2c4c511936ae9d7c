package dev.tegami.examples.cli;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a result goes. A file appears whole or not at all. */
final class Output {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the result goes; without, to the standard output.")
    private Optional<Path> file = Optional.empty();

    Output(Terminal terminal) {
        this.terminal = terminal;
    }

    void write(Message message) throws IOException {
        write(message::writeTo);
    }

    void write(Source source) throws IOException {
        write(source::writeTo);
    }

    void write(String text) throws IOException {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void write(Writing writing) throws IOException {
        if (file.isEmpty()) {
            writing.to(terminal.out());
            terminal.out().flush();
            return;
        }
        Path whole = file.get().toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), "tegami", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                writing.to(out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
