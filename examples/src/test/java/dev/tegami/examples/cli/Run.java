package dev.tegami.examples.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Help.Ansi;

/**
 * One run of the tool.
 *
 * @param code its exit code
 * @param out what it wrote
 * @param err what it said beside that
 */
public record Run(int code, String out, String err) {
    public static Run of(String... arguments) {
        return piped(new byte[0], arguments);
    }

    static Run piped(byte[] input, String... arguments) {
        return with(Ansi.OFF, Map.of(), input, arguments);
    }

    public static Run with(Map<String, String> environment, String... arguments) {
        return with(Ansi.OFF, environment, new byte[0], arguments);
    }

    static Run with(Ansi ansi, Map<String, String> environment, byte[] input, String... arguments) {
        return of(ansi, environment, input, terminal -> Tegami.run(terminal, arguments));
    }

    /** A run of a program of one command. */
    public static Run program(
            Function<Terminal, Object> program, Map<String, String> environment, String... arguments) {
        return of(
                Ansi.OFF,
                environment,
                new byte[0],
                terminal -> Program.run(terminal, program.apply(terminal), arguments));
    }

    private static Run of(Ansi ansi, Map<String, String> environment, byte[] input, ToIntFunction<Terminal> work) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                ansi,
                environment,
                what -> Optional.empty());
        int code = work.applyAsInt(terminal);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
