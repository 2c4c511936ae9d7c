package dev.tegami.examples.cli;

import dev.tegami.mime.Limits;
import dev.tegami.mime.Message;
import java.io.IOException;
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

    boolean isPipe() {
        return file.equals(PIPE);
    }

    Path path() {
        return Path.of(file);
    }

    Message read() throws IOException {
        return isPipe() ? Message.parse(terminal.in(), Limits.standard()) : Message.parse(path());
    }
}
