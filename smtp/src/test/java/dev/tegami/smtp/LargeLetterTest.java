package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.testkit.ChildProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gibibyte is sent by a process that has a heap of 32 mebibytes. */
class LargeLetterTest {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void anAttachmentLargerThanMemoryIsEncodedOnItsWay(@TempDir Path folder) throws Exception {
        assertThat(sent(folder, "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE", LargeLetter.Form.BASE64))
                .isBetween(GIBIBYTE / 57 * 78, GIBIBYTE / 57 * 78 + 2_000);
    }

    @Test
    void whereTheServerTakesBinaryItIsNotEncoded(@TempDir Path folder) throws Exception {
        assertThat(sent(folder, "250-sink\r\n250-CHUNKING\r\n250-BINARYMIME\r\n250 SIZE", LargeLetter.Form.BINARY))
                .isBetween(GIBIBYTE, GIBIBYTE + 2_000);
    }

    private static long sent(Path folder, String offers, LargeLetter.Form form)
            throws IOException, InterruptedException {
        Path file = folder.resolve("film.bin");
        try (RandomAccessFile film = new RandomAccessFile(file.toFile(), "rw")) {
            film.setLength(GIBIBYTE); // a hole, which takes no room
        }
        try (CountingSink sink = new CountingSink(offers)) {
            Process client =
                    ChildProcess.start(LargeLetter.class, Integer.toString(sink.port()), file.toString(), form.name());
            boolean ended = client.waitFor(2, TimeUnit.MINUTES);
            client.destroyForcibly();
            assertThat(ended).as("the client ended").isTrue();
            assertThat(client.exitValue()).isZero();
            long octets = sink.octets();
            assertThat(sink.mail()).contains("SIZE=" + octets);
            return octets;
        }
    }
}
