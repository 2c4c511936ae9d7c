package dev.tegami.examples.cli;

import dev.tegami.MailException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs a command line, and says in a line or two what went wrong. */
public final class Program {
    private Program() {}

    /**
     * Runs a program of one command.
     *
     * @param terminal where it reads and writes
     * @param command the command
     * @param arguments what it is to do
     * @return one of {@link Exit}
     */
    public static int run(Terminal terminal, Object command, String... arguments) {
        return run(terminal, new CommandLine(command), arguments);
    }

    static int run(Terminal terminal, CommandLine line, String... arguments) {
        return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(terminal, error))
                .execute(arguments);
    }

    private static int failed(Terminal terminal, Exception error) {
        terminal.progressEnds();
        int code = Exit.of(error);
        if (code == Exit.BUG) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> terminal.news(Shown.text(line)));
            return code;
        }
        String reason = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        terminal.news(terminal.paint("fg(red)", "tegami: ") + Shown.line(reason));
        if (error instanceof MailException mail && !mail.advice().isBlank()) {
            terminal.news("  " + Shown.line(mail.advice()));
        }
        return code;
    }
}
