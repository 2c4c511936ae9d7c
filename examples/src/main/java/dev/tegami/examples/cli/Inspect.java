package dev.tegami.examples.cli;

import dev.tegami.mime.Finding;
import dev.tegami.mime.Message;
import dev.tegami.mime.Outline;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.store.Mbox;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a message, or each message of an mbox, is made of, what is damaged, and what S/MIME says. */
@Command(
        name = "inspect",
        sortOptions = false,
        description = "Show the parts of a message or of an mbox, what is damaged, and what S/MIME says of it.")
final class Inspect implements Callable<Integer> {
    private enum Form {
        TREE,
        JSON,
        HTML
    }

    private final Terminal terminal;

    @Mixin
    private final MessageInput input;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "TREE",
            description = "${COMPLETION-CANDIDATES}: lines, a line of JSON per message, or one page for a browser.")
    private Form form = Form.TREE;

    @Option(names = "--html", description = "The same as --as HTML.")
    private boolean html;

    @Option(names = "--number", paramLabel = "N", description = "Only the Nth message of an mbox, from 1.")
    private Optional<Integer> number = Optional.empty();

    @Mixin
    private final KeyOptions keys;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final Output output;

    private Optional<Keys> known = Optional.empty();

    Inspect(Terminal terminal) {
        this.terminal = terminal;
        this.input = new MessageInput(terminal);
        this.keys = new KeyOptions(terminal);
        this.output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        List<Message> messages = messages();
        output.write(form == Form.HTML || html ? page(messages) : lines(messages));
        return messages.isEmpty() ? Exit.NO : Exit.DONE;
    }

    private List<Message> messages() throws IOException {
        if (!input.isMbox()) {
            return List.of(input.read());
        }
        List<Message> messages = new ArrayList<>();
        List<Stored> all = Mbox.at(input.path()).list();
        for (int i = 0; i < all.size(); i++) {
            if (number.isEmpty() || number.get() == i + 1) {
                messages.add(all.get(i).message());
            }
        }
        return messages;
    }

    private Opened opened(Message message) throws IOException {
        return Smime.open(message, known(), trust.trust(), trust.policy());
    }

    /** The keys are read, and a password asked for, once. */
    private Keys known() throws IOException {
        Keys read = known.isPresent() ? known.get() : keys.keys();
        known = Optional.of(read);
        return read;
    }

    private String page(List<Message> messages) throws IOException {
        Page page = Page.begin();
        for (Message message : messages) {
            page.add(message, opened(message));
        }
        return page.end();
    }

    private String lines(List<Message> messages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            Opened opened = opened(message);
            text.append(form == Form.JSON ? json(message, opened) : tree(message, opened));
        }
        return text.toString();
    }

    private String tree(Message message, Opened opened) {
        StringBuilder text = new StringBuilder(Outline.tree(message));
        for (Finding finding : message.findings()) {
            text.append(terminal.paint("fg(yellow)", "! " + finding.kind()))
                    .append(" at ")
                    .append(finding.offset())
                    .append(": ")
                    .append(Shown.line(finding.detail()))
                    .append('\n');
        }
        if (!opened.layers().isEmpty()) {
            Judgement.lines(terminal, opened).forEach(line -> text.append(line).append('\n'));
            text.append(Outline.tree(opened.message()));
        }
        return text.append('\n').toString();
    }

    private static String json(Message message, Opened opened) {
        String outline = Outline.json(message);
        return outline.substring(0, outline.length() - 1) + ",\"smime\":" + Judgement.json(opened) + "}\n";
    }
}
