package dev.tegami.examples.cli;

import dev.tegami.mime.Limits;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The message that a command works on. */
final class MessageInput {
    private static final String PIPE = "-";

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = PIPE,
            description = "The message; without, or as -, it is read from the standard input.")
    private String file = PIPE;

    MessageInput(Terminal terminal) {
        this.terminal = terminal;
    }

    private boolean isPipe() {
        return file.equals(PIPE);
    }

    /** Whether the file holds many messages. */
    boolean isMbox() throws IOException {
        if (isPipe()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path())) {
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("From ");
        }
    }

    Path path() {
        return Path.of(file);
    }

    Message read() throws IOException {
        return isPipe() ? Message.parse(terminal.in(), Limits.standard()) : Message.parse(path());
    }
}
