package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.testkit.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One gigabyte goes through 32 megabytes of heap, in a JVM of its own. The files are sparse and take no room. */
class LargeMessageTest {
    @Test
    void aGigabyteIsParsedStreamedComposedAndWrittenInThirtyTwoMegabytes(@TempDir Path directory) throws Exception {
        Process process = ChildProcess.of(LargeMessage.class, directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("done");
    }
}
