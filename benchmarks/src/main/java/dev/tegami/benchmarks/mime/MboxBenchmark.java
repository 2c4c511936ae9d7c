package dev.tegami.benchmarks.mime;

import dev.tegami.store.Mbox;
import dev.tegami.store.MboxIndex;
import dev.tegami.store.Progress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.james.mime4j.MimeException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An mbox of a thousand letters read whole: every field unfolded and decoded, every body decoded. */
@State(Scope.Benchmark)
public class MboxBenchmark {
    private static final int LETTERS = 1_000;
    private static final byte[] SEPARATOR =
            "From ada@example.org Tue Mar  3 10:00:00 2026\n".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> split = new ArrayList<>();
    private final Session session = Session.getInstance(new Properties());
    private Path file = Path.of("");

    /** Writes the mbox: of twenty letters one is a newsletter of 68 KB. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("letters", ".mbox");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < LETTERS; i++) {
                byte[] letter = Letters.named(i % 20 == 0 ? "newsletter" : "small");
                split.add(letter);
                out.write(SEPARATOR);
                out.write(letter);
                out.write('\n');
            }
        }
    }

    /** Deletes it. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Ours: finds the messages, then reads them from the file in one pass. */
    @Benchmark
    public long tegami() throws IOException {
        MboxIndex index = Mbox.at(file).index(Progress.NONE);
        long[] found = new long[1];
        index.readAll((stored, message) -> found[0] += ParseBenchmark.read(message.root()));
        return all(index.size(), found[0]);
    }

    /** Ours: finds the messages, then opens the file for each. */
    @Benchmark
    public long tegamiOneByOne() throws IOException {
        MboxIndex index = Mbox.at(file).index(Progress.NONE);
        long found = 0;
        for (int i = 0; i < index.size(); i++) {
            found += ParseBenchmark.read(index.get(i).message().root());
        }
        return all(index.size(), found);
    }

    /** Apache James mime4j: its token stream, over letters that lie in memory and that nobody had to find. */
    @Benchmark
    public long mime4jStream() throws MimeException, IOException {
        long found = 0;
        for (byte[] letter : split) {
            found += ParseBenchmark.tokens(new ByteArrayInputStream(letter));
        }
        return all(split.size(), found);
    }

    /** Angus Mail, in the same way. */
    @Benchmark
    public long angus() throws MessagingException, IOException {
        long found = 0;
        for (byte[] letter : split) {
            found += ParseBenchmark.read(new MimeMessage(session, new ByteArrayInputStream(letter)));
        }
        return all(split.size(), found);
    }

    private static long all(int count, long found) {
        if (count != LETTERS) {
            throw new IllegalStateException(count + " letters were found");
        }
        return found;
    }
}
