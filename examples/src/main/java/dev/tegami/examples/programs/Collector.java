package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.pop3.Collected;
import dev.tegami.pop3.Policy;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.SeenFile;
import dev.tegami.store.Maildir;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Collects a maildrop into a Maildir. A message is on disk and remembered before the server may delete it, so that a
 * crash at any moment costs nothing and stores nothing twice.
 */
@Command(
        name = "Collector",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Collect a maildrop (POP3) into a Maildir, and keep it on the server for some days.")
public final class Collector implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--keep-days", description = "How long it stays on the server; ${DEFAULT-VALUE}, if not said.")
    private int days = 14;

    @Parameters(paramLabel = "MAILDIR", description = "Where to; it is made where there is none.")
    private Path maildir = Path.of("");

    Collector(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new Collector(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        Maildir store = Maildir.create(maildir);
        try (SeenFile seen = SeenFile.open(store.path().resolve("tegami-seen"))) {
            Policy policy = days == 0 ? Policy.delete() : Policy.leaveFor(Duration.ofDays(days));
            Collected collected = server.door(Pop3::at).collect(store, seen, policy);
            terminal.say(collected.stored().size() + " new, " + collected.known() + " known, "
                    + collected.deleted().size() + " deleted on the server");
            collected.notes().forEach(note -> terminal.news(Shown.line(note.reason())));
            return collected.notes().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }
}
