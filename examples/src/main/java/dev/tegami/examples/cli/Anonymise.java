package dev.tegami.examples.cli;

import dev.tegami.mime.Anonymiser;
import dev.tegami.mime.Source;
import dev.tegami.store.Mbox;
import dev.tegami.store.Staged;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Masks what a message, or each message of an mbox, says, so that it can be shown to others. */
@Command(
        name = "anonymise",
        sortOptions = false,
        description = {
            "Mask what a message or an mbox says, for a bug report.",
            "Words, names, addresses and domains become others of the same length, a word the same one everywhere, and "
                    + "files are blanked; the shape, the encodings and the damage stay. Boundaries, dates, media types "
                    + "and the names of known fields are not masked."
        })
final class Anonymise implements Callable<Integer> {
    private final Anonymiser anonymiser = Anonymiser.random();

    @Mixin
    private final MessageInput input;

    @Mixin
    private final Output output;

    Anonymise(Terminal terminal) {
        this.input = new MessageInput(terminal);
        this.output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!input.isMbox()) {
            output.write(input.read().with(anonymiser));
            return Exit.DONE;
        }
        Path folder = Files.createTempDirectory("tegami");
        try {
            Path masked = folder.resolve("masked.mbox");
            mask(Mbox.at(input.path()).list(), Mbox.at(masked));
            output.write(Source.of(masked));
        } finally {
            delete(folder);
        }
        return Exit.DONE;
    }

    private void mask(List<Stored> messages, Mbox masked) throws IOException {
        List<String> names = new ArrayList<>();
        for (Stored stored : messages) {
            try (Staged staged = masked.stage()) {
                stored.message().with(anonymiser).writeTo(staged.stream());
                names.add(staged.seal());
            }
        }
        masked.commit(names);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
