package dev.tegami.examples.cli;

import dev.tegami.mime.Draft;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a message. */
@Command(
        name = "compose",
        sortOptions = false,
        description = "Write a message; its text is read from the standard input, or from --text.")
final class Compose implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--from", required = true, paramLabel = "ADDRESS", description = "Ada <ada@example.org>")
    private List<String> from = new ArrayList<>();

    @Option(names = "--to", paramLabel = "ADDRESS", description = "To whom.")
    private List<String> to = new ArrayList<>();

    @Option(names = "--cc", paramLabel = "ADDRESS", description = "To whom also.")
    private List<String> cc = new ArrayList<>();

    @Option(names = "--bcc", paramLabel = "ADDRESS", description = "To whom in secret; sending takes it out.")
    private List<String> bcc = new ArrayList<>();

    @Option(names = "--subject", paramLabel = "TEXT", description = "What about.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--text", paramLabel = "FILE", description = "The text, in UTF-8.")
    private Optional<Path> text = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "The same as HTML, in UTF-8.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--attach", paramLabel = "FILE", description = "A file to send along.")
    private List<Path> attachments = new ArrayList<>();

    @Mixin
    private final Output output;

    Compose(Terminal terminal) {
        this.terminal = terminal;
        this.output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Draft draft = Message.compose()
                .from(from.toArray(String[]::new))
                .to(to.toArray(String[]::new))
                .cc(cc.toArray(String[]::new))
                .bcc(bcc.toArray(String[]::new));
        if (subject.isPresent()) {
            draft = draft.subject(subject.get());
        }
        draft = draft.text(text());
        if (html.isPresent()) {
            draft = draft.html(Files.readString(html.get()));
        }
        for (Path attachment : attachments) {
            draft = draft.attach(attachment);
        }
        output.write(draft.build());
        return Exit.DONE;
    }

    private String text() throws IOException {
        return text.isPresent()
                ? Files.readString(text.get())
                : new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
    }
}
