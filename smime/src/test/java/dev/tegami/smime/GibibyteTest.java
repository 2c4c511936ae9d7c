package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gibibyte is signed, verified, encrypted and decrypted by a process that has a heap of 64 mebibytes. Encryption takes
 * longer than a suite for every day should, and runs with the suite for real servers.
 */
class GibibyteTest {
    @Test
    void isSignedAndVerified(@TempDir Path directory) throws Exception {
        assertThat(run(directory, "sign")).contains("sign done");
    }

    @Test
    @Tag("interop")
    void isEncryptedAndDecryptedAsCbc(@TempDir Path directory) throws Exception {
        assertThat(run(directory, "AES_256_CBC")).contains("AES_256_CBC done");
    }

    @Test
    @Tag("interop")
    void isEncryptedAndDecryptedAsGcmAndNothingComesOutWhenTheTagDoesNotFit(@TempDir Path directory) throws Exception {
        assertThat(run(directory, "AES_256_GCM")).contains("AES_256_GCM done");
    }

    private static String run(Path directory, String work) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Gibibyte.class.getName(),
                directory.toString(),
                work));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
