package dev.tegami.examples.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * One run of the tool.
 *
 * @param code its exit code
 * @param out what it wrote
 * @param err what it said beside that
 */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        return piped(new byte[0], arguments);
    }

    static Run piped(byte[] input, String... arguments) {
        return with(Ansi.OFF, Map.of(), input, arguments);
    }

    static Run with(Map<String, String> environment, String... arguments) {
        return with(Ansi.OFF, environment, new byte[0], arguments);
    }

    static Run with(Ansi ansi, Map<String, String> environment, byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                ansi,
                environment,
                what -> Optional.empty());
        int code = Tegami.run(terminal, arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
