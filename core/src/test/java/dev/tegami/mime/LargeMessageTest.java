package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataSource;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One gigabyte goes through 32 megabytes of heap, in a JVM of its own. The files are sparse and take no room. */
class LargeMessageTest {
    @Test
    void aGigabyteIsParsedStreamedComposedAndWrittenInThirtyTwoMegabytes(@TempDir Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        classPath(),
                        LargeMessage.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("done");
    }

    private static String classPath() {
        return Stream.of(Message.class, LargeMessage.class, DataSource.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location ->
                        Path.of(java.net.URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
