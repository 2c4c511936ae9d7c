package dev.tegami.examples.cli;

import dev.tegami.mime.Finding;
import dev.tegami.mime.Message;
import dev.tegami.mime.Outline;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.store.Mbox;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    Inspect(Terminal terminal) {
        this.terminal = terminal;
        this.input = new MessageInput(terminal);
        this.keys = new KeyOptions(terminal);
        this.output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (input.isPipe() || !isMbox()) {
            output.write(shown(input.read()));
            return Exit.DONE;
        }
        List<Stored> all = Mbox.at(input.path()).list();
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < all.size(); i++) {
            if (number.isEmpty() || number.get() == i + 1) {
                text.append(shown(all.get(i).message()));
                shown++;
            }
        }
        output.write(text.toString());
        return shown == 0 ? Exit.NO : Exit.DONE;
    }

    private boolean isMbox() throws IOException {
        try (InputStream in = Files.newInputStream(input.path())) {
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("From ");
        }
    }

    private String shown(Message message) throws IOException {
        Opened opened = Smime.open(message, keys.keys(), trust.trust(), trust.policy());
        if (html || form == Form.HTML) {
            return Page.of(message, opened);
        }
        return form == Form.JSON ? json(message, opened) : tree(message, opened);
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
