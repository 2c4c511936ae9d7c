package dev.tegami.examples.cli;

import dev.tegami.pop3.Collected;
import dev.tegami.pop3.Policy;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.SeenFile;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Collects a maildrop into a Maildir or an mbox, each message once. */
@Command(
        name = "collect",
        sortOptions = false,
        description =
                "Collect what is new in a maildrop (POP3) into a Maildir or an mbox; all of it stays unless said.")
final class Collect implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Parameters(paramLabel = "STORE", description = "A directory is a Maildir, a file (or a name in .mbox) is an mbox.")
    private Path store = Path.of("");

    @Option(names = "--seen", paramLabel = "FILE", description = "Remembers what was collected; else beside the store.")
    private Optional<Path> seen = Optional.empty();

    @Option(
            names = "--delete-after",
            paramLabel = "DAYS",
            description = "Delete on the server what is that old; 0 at once.")
    private Optional<Integer> days = Optional.empty();

    Collect(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Path memory = seen.orElseGet(() -> store.resolveSibling(store.getFileName() + ".seen"));
        try (SeenFile known = SeenFile.open(memory)) {
            Collected collected = server.door(Pop3::at).collect(opened(), known, policy());
            terminal.say(collected.stored().size() + " stored, " + collected.known() + " known, "
                    + collected.deleted().size() + " deleted");
            collected.notes().forEach(note -> terminal.news(note.entry().number() + ": " + Shown.line(note.reason())));
            return collected.notes().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    private Store opened() throws IOException {
        boolean file = Files.isRegularFile(store) || store.toString().endsWith(".mbox");
        return file ? Mbox.at(store) : Maildir.create(store);
    }

    private Policy policy() {
        if (days.isEmpty()) {
            return Policy.leave();
        }
        return days.get() == 0 ? Policy.delete() : Policy.leaveFor(Duration.ofDays(days.get()));
    }
}
