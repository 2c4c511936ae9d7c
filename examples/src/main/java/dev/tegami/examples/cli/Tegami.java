package dev.tegami.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The tool {@code tegami}: electronic mail on the command line. */
@Command(
        name = "tegami",
        description = "Electronic mail on the command line: messages, S/MIME, SMTP, IMAP4 and POP3.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "tegami 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and the answer is no (not trusted, not decrypted, some refused, nothing found)",
            "2:the command line is wrong",
            "3:a file cannot be read or written",
            "4:it cannot be done: refused, a limit, a message that is not fit",
            "5:not this time: no connection, no answer, or the server asks to come again",
            "70:an error of the program itself"
        })
public final class Tegami {
    private Tegami() {}

    /**
     * Runs a command and ends the program with its exit code.
     *
     * @param arguments the command and what it is to do; {@code --help} tells
     */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.system(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine tegami = line(terminal, new Tegami())
                .addSubcommand(new Inspect(terminal))
                .addSubcommand(new Compose(terminal))
                .addSubcommand(new Sign(terminal))
                .addSubcommand(new Encrypt(terminal))
                .addSubcommand(new Verify(terminal))
                .addSubcommand(new Decrypt(terminal))
                .addSubcommand(new Send(terminal))
                .addSubcommand(new FetchMail(terminal))
                .addSubcommand(new WatchFolders(terminal))
                .addSubcommand(new Collect(terminal))
                .addSubcommand(new Anonymise(terminal));
        return Program.run(terminal, tegami, arguments);
    }

    private static CommandLine line(Terminal terminal, Tegami top) {
        CommandLine line = new CommandLine(top);
        line.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
                line.usage(terminal.err(), terminal.ansi());
                return Exit.USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }
}
