package dev.tegami.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tegami.testkit.ChildProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An mbox of 10 GB, most of it a hole that takes no room on the disk, indexed in 32 MiB. */
class HugeMboxTest {
    private static final long SIZE = 10_000_000_000L;
    private static final List<Long> STARTS = List.of(0L, (1L << 31) - 9, (1L << 32) - 7, 6_000_000_001L, SIZE - 100);

    /** The process that indexes: its argument is the file. It tells each place and subject, then how it heard of its progress. */
    public static void main(String[] arguments) throws IOException {
        long[] heard = new long[2];
        MboxIndex index = Mbox.at(Path.of(arguments[0])).index((done, total) -> {
            if (done < heard[0] || total != SIZE) {
                throw new IllegalStateException("progress goes back");
            }
            heard[0] = done;
            heard[1]++;
        });
        for (int i = 0; i < index.size(); i++) {
            System.out.println(index.get(i).name() + " "
                    + index.get(i).header().first("Subject").orElseThrow().value());
        }
        System.out.println(heard[0] + " " + (heard[1] > 1_000));
    }

    @Test
    void tenGigabytesAreIndexedInThirtyTwoMebibytesAndProgressIsHeard(@TempDir Path directory) throws Exception {
        assumeTrue(
                System.getProperty("tegami.corpora", "").length() > 0,
                "10 GB take a while: read only in the whole check, which names the corpora");
        Path file = directory.resolve("huge.mbox");
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE))) {
            for (long start : STARTS) {
                if (start > 0) {
                    channel.write(octets("\n\n"), start - 2);
                }
                channel.write(octets("From ada Tue Mar  3 10:00:00 2026\nSubject: at " + start + "\n\nbody\n"), start);
            }
            channel.write(octets("\n"), SIZE - 1);
        }
        Process process = ChildProcess.of(HugeMboxTest.class, file.toString()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        List<String> expected = new ArrayList<>(
                STARTS.stream().map(start -> start + " at " + start).toList());
        expected.add(SIZE + " true");
        assertThat(said.lines()).containsExactlyElementsOf(expected);
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
