package dev.tegami.examples.spark;

import dev.tegami.MailException;
import dev.tegami.mime.Message;
import dev.tegami.store.Mbox;
import dev.tegami.store.MboxIndex;
import dev.tegami.store.Progress;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What one task reads: a message in a file of its own ({@code .eml}), or those of an mbox between two offsets, cut where
 * messages begin.
 *
 * @param file the file, seen by every process under this name
 * @param from where to look for the first message
 * @param to where to look for the message after the last
 */
record Slice(String file, long from, long to) implements Serializable {

    /** Slices of about a size of all files under a directory, or of one file. */
    static List<Slice> of(Path archive, long size) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(archive)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Slice> slices = new ArrayList<>();
        for (Path file : files) {
            long length = Files.size(file);
            long step = isMessage(file) ? Math.max(1, length) : size;
            for (long from = 0; from < length; from += step) {
                slices.add(new Slice(file.toAbsolutePath().toString(), from, Math.min(length, from + step)));
            }
        }
        return slices;
    }

    private static boolean isMessage(Path file) {
        return file.toString().endsWith(".eml");
    }

    /** Reads all messages, one after the other; tells of one that is beyond the limits, and goes on. */
    void read(Consumer<Message> messages, Consumer<MailException> failures) throws IOException {
        Path path = Path.of(file);
        if (isMessage(path)) {
            readOne(() -> messages.accept(Message.parse(path)), failures);
            return;
        }
        Path copy = Files.createTempFile("slice", ".mbox");
        try {
            MboxCut.copy(path, from, to, copy);
            MboxIndex index = Mbox.at(copy).index(Progress.NONE);
            for (int i = 0; i < index.size(); i++) {
                int at = i;
                readOne(() -> messages.accept(index.get(at).message()), failures);
            }
        } finally {
            Files.delete(copy);
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static void readOne(Reading reading, Consumer<MailException> failures) throws IOException {
        try {
            reading.run();
        } catch (MailException e) {
            failures.accept(e);
        }
    }
}
