package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderListing;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.Search;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Copies a mailbox from server to server: folders, messages octet for octet, flags and dates. Before a message is
 * appended a journal says that it is tried, and afterwards that it is done; both are on disk before the next step. So a
 * run that was cut off goes on where it was: only the one message that was on its way is looked for on the new server,
 * by its Message-ID, and sent again if it is not there. Nothing is ever deleted.
 */
@Command(
        name = "Migrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Copy a mailbox from server to server (IMAP4). Run it again to go on, or for what came since.")
public final class Migrate implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--from", required = true, paramLabel = "HOST", description = "The old server.")
    private String from = "";

    @Option(names = "--from-user", required = true, description = "Who logs in there; FROM_PASSWORD is the variable.")
    private String fromUser = "";

    @Option(names = "--from-port", description = "${DEFAULT-VALUE}, if not said.")
    private int fromPort = 993;

    @Option(names = "--to", required = true, paramLabel = "HOST", description = "The new server.")
    private String to = "";

    @Option(names = "--to-user", required = true, description = "Who logs in there; TO_PASSWORD is the variable.")
    private String toUser = "";

    @Option(names = "--to-port", description = "${DEFAULT-VALUE}, if not said.")
    private int toPort = 993;

    @Option(names = "--trust", paramLabel = "FILE", description = "An authority that Java does not know, in PEM.")
    private Optional<Path> trust = Optional.empty();

    @Option(names = "--journal", required = true, paramLabel = "FILE", description = "Remembers what is done.")
    private Path journal = Path.of("");

    private final Set<String> tried = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private long copied;
    private long refused;

    Migrate(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new Migrate(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(journal)) {
            for (String line : Files.readAllLines(journal)) {
                (line.startsWith("done ") ? done : tried).add(line.substring(line.indexOf(' ') + 1));
            }
        }
        try (ImapSession old = door(from, fromPort, fromUser, "FROM_PASSWORD").open();
                ImapSession fresh = door(to, toPort, toUser, "TO_PASSWORD").open()) {
            String separator = separator(fresh.list());
            for (FolderListing listing : old.list()) {
                if (listing.isSelectable()) {
                    String name = listing.separator().isEmpty()
                            ? listing.name()
                            : listing.name().replace(listing.separator(), separator);
                    create(fresh, name);
                    copy(old.examine(listing.name()), fresh, name);
                }
            }
        }
        terminal.progressEnds();
        terminal.say(copied + " copied, " + refused + " refused, " + done.size() + " in all");
        return refused == 0 ? Exit.DONE : Exit.NO;
    }

    private Imap door(String host, int port, String user, String variable) throws IOException {
        Imap imap = Imap.at(host).port(port);
        imap = trust.isPresent() ? imap.trust(trust.get()) : imap;
        String password = Optional.ofNullable(terminal.environment().get(variable))
                .orElseThrow(() ->
                        new ParameterException(command.commandLine(), "the variable " + variable + " is not set"));
        return imap.login(user, password);
    }

    private static String separator(List<FolderListing> folders) {
        return folders.stream()
                .map(FolderListing::separator)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("/");
    }

    private static void create(ImapSession fresh, String name) {
        if (fresh.list().stream().noneMatch(folder -> folder.name().equalsIgnoreCase(name))) {
            fresh.create(name);
        }
    }

    private void copy(Folder source, ImapSession fresh, String name) throws IOException {
        long[] uids = source.search(Search.all()).stream().toArray();
        for (int i = 0; i < uids.length; i++) {
            String key = URLEncoder.encode(source.name(), StandardCharsets.UTF_8) + " " + source.uidValidity() + " "
                    + uids[i];
            if (!done.contains(key)) {
                copy(source, uids[i], fresh, name, key);
            }
            terminal.progress(bar(i + 1, uids.length) + " " + Shown.line(name));
        }
    }

    private void copy(Folder source, long uid, ImapSession fresh, String name, String key) throws IOException {
        List<Summary> summaries = source.fetch(UidSet.of(uid), Fetch.FLAGS, Fetch.INTERNAL_DATE, Fetch.ENVELOPE);
        Optional<Message> message = source.message(uid);
        if (summaries.isEmpty() || message.isEmpty()) {
            return; // it was deleted while we looked
        }
        Summary summary = summaries.get(0);
        if (tried.contains(key) && isThere(fresh, name, summary)) {
            note("done " + key);
            return;
        }
        note("tried " + key);
        NewMessage appended = NewMessage.of(message.get())
                .flags(summary.flags().stream()
                        .filter(flag -> !flag.equals(Flag.RECENT))
                        .toArray(Flag[]::new));
        try {
            fresh.append(
                    name, summary.internalDate().map(appended::internalDate).orElse(appended));
            note("done " + key);
            copied++;
        } catch (ImapRefused e) {
            terminal.news(Shown.line(key + ": " + e.getMessage()));
            refused++;
        }
    }

    /** Whether the message that was on its way when a run was cut off did arrive. */
    private static boolean isThere(ImapSession fresh, String name, Summary summary) {
        Optional<String> id = summary.messageId();
        return id.isPresent()
                && !fresh.examine(name)
                        .search(Search.header("Message-ID", id.get()))
                        .isEmpty();
    }

    private void note(String line) throws IOException {
        Files.writeString(
                journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        if (line.startsWith("done ")) {
            done.add(line.substring("done ".length()));
        }
    }

    private static String bar(long at, long of) {
        int full = (int) (30 * at / of);
        return "[" + "#".repeat(full) + ".".repeat(30 - full) + "] " + at + " of " + of;
    }
}
