package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderListing;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.ListQuery;
import dev.tegami.imap.MessageView;
import dev.tegami.imap.PartView;
import dev.tegami.imap.SeqSet;
import dev.tegami.imap.StatusItem;
import dev.tegami.imap.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks into a mailbox: folders, then the newest messages of one, then one message, of which only what is shown is fetched. */
@Command(
        name = "Browse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Look into a mailbox: its folders, a folder's newest messages, or one message.")
public final class Browse implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--folder", description = "List this folder's newest messages.")
    private Optional<String> folder = Optional.empty();

    @Option(names = "--newest", description = "How many; ${DEFAULT-VALUE}, if not said.")
    private int newest = 20;

    @Option(names = "--uid", description = "Show this message of the folder.")
    private Optional<Long> uid = Optional.empty();

    @Option(names = "--save", paramLabel = "DIRECTORY", description = "Save the message's attachments there.")
    private Optional<Path> save = Optional.empty();

    Browse(Terminal terminal) {
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
        System.exit(Program.run(terminal, new Browse(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (ImapSession session = server.door(Imap::at).open()) {
            if (folder.isEmpty()) {
                session.list(ListQuery.all().withStatus(StatusItem.MESSAGES, StatusItem.UNSEEN))
                        .forEach(this::show);
                return Exit.DONE;
            }
            Folder selected = session.examine(folder.get());
            if (uid.isEmpty()) {
                list(selected);
                return Exit.DONE;
            }
            Optional<MessageView> view = selected.view(uid.get());
            if (view.isEmpty()) {
                return Exit.NO;
            }
            show(view.get());
            return Exit.DONE;
        }
    }

    private void show(FolderListing listing) {
        OptionalLong all = listing.status().map(s -> s.messages()).orElse(OptionalLong.empty());
        OptionalLong unseen = listing.status().map(s -> s.unseen()).orElse(OptionalLong.empty());
        String use = listing.likelyUse().map(u -> " [" + u + "]").orElse("");
        terminal.say(Shown.line(listing.name()) + use + "\t" + number(all) + " messages, " + number(unseen) + " new");
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "?";
    }

    private void list(Folder selected) {
        long last = selected.exists();
        if (last == 0) {
            return;
        }
        SeqSet range = SeqSet.range(Math.max(1, last - newest + 1), last);
        selected.fetch(range, this::show, Fetch.UID, Fetch.FLAGS, Fetch.ENVELOPE, Fetch.SIZE);
    }

    private void show(Summary summary) {
        String from = summary.from().stream().findFirst().map(Object::toString).orElse("?");
        terminal.say(summary.uid() + "\t" + summary.size().orElse(0) + "\t" + Shown.line(from) + "\t"
                + Shown.line(summary.subject().orElse("")));
    }

    private void show(MessageView view) throws IOException {
        view.text().orElse("").lines().forEach(line -> terminal.say(Shown.text(line)));
        int count = 0;
        for (PartView part : view.attachments()) {
            count++;
            String name = part.fileName().orElse("attachment-" + count);
            terminal.say("* " + Shown.line(name) + " ("
                    + Shown.line(
                            part.contentType().type() + "/" + part.contentType().subtype()) + ")");
            if (save.isPresent()) {
                // the name is the sender's: it says what to show, not where to write
                part.toFile(Files.createDirectories(save.get()).resolve(view.uid() + "-" + count + ending(name)));
            }
        }
    }

    private static String ending(String name) {
        String letters = name.substring(name.lastIndexOf('.') + 1);
        return letters.matches("[A-Za-z0-9]{1,8}") && name.contains(".") ? "." + letters : "";
    }
}
