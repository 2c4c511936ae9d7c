package dev.tegami.examples.cli;

import dev.tegami.imap.Fetch;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.store.Maildir;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists messages of a folder, or stores them in a Maildir. Nothing on the server changes. */
@Command(
        name = "fetch",
        sortOptions = false,
        description = "List the messages of a folder (IMAP4), or store them with --into; 1 if there is none.")
final class FetchMail implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(
            names = "--folder",
            defaultValue = "INBOX",
            paramLabel = "NAME",
            description = "${DEFAULT-VALUE}, if not said.")
    private String folder = "INBOX";

    @Option(names = "--unseen", description = "Only what was not read.")
    private boolean unseen;

    @Option(names = "--from", paramLabel = "TEXT", description = "Only from somebody.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--subject", paramLabel = "TEXT", description = "Only about something.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--since", paramLabel = "DATE", description = "Only what came since a day, such as 2026-01-31.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--into", paramLabel = "MAILDIR", description = "The Maildir to store them in.")
    private Optional<Path> into = Optional.empty();

    FetchMail(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ImapSession session = server.door(Imap::at).open()) {
            Folder selected = session.examine(folder);
            UidSet found = selected.search(wanted());
            if (into.isPresent()) {
                store(selected, found, Maildir.create(into.get()));
            } else if (!found.isEmpty()) {
                selected.fetch(
                        found,
                        summary -> terminal.say(line(summary)),
                        Fetch.UID,
                        Fetch.FLAGS,
                        Fetch.INTERNAL_DATE,
                        Fetch.SIZE,
                        Fetch.ENVELOPE);
            }
            return found.isEmpty() ? Exit.NO : Exit.DONE;
        }
    }

    private Search wanted() {
        Search wanted = unseen ? Search.unseen() : Search.all();
        wanted = from.map(Search::from).map(wanted::and).orElse(wanted);
        wanted = subject.map(Search::subject).map(wanted::and).orElse(wanted);
        return since.map(Search::since).map(wanted::and).orElse(wanted);
    }

    private void store(Folder selected, UidSet found, Maildir maildir) throws IOException {
        long done = 0;
        long stored = 0;
        for (long uid : found.stream().toArray()) {
            Optional<Message> message = selected.message(uid);
            if (message.isPresent()) {
                maildir.deliver(message.get().raw());
                stored++;
            }
            done++;
            terminal.progress(done + " of " + found.size() + " stored");
        }
        terminal.progressEnds();
        terminal.say(stored + " stored in " + maildir.path());
    }

    private static String line(Summary summary) {
        String from = summary.from().stream().map(Object::toString).collect(Collectors.joining(", "));
        return summary.uid() + "\t"
                + summary.internalDate().map(Object::toString).orElse("-") + "\t"
                + summary.size().orElse(-1) + "\t"
                + Shown.line(summary.flags().toString()) + "\t" + Shown.line(from) + "\t"
                + Shown.line(summary.subject().orElse(""));
    }
}
