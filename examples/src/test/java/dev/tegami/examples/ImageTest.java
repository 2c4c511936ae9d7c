package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run-time image of one module that uses the library: it holds real modules only, and nothing is missing in it. */
class ImageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anImageOfTheModulesRuns() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods")),
                "this JDK has no modules to link");
        Path classes = OutsideProgram.compileUnder(folder);
        Path image = folder.resolve("image");
        OutsideProgram.run(
                "jlink",
                "--module-path",
                OutsideProgram.libraryPath() + File.pathSeparator + classes,
                "--ignore-signing-information",
                "--add-modules",
                "letter,jdk.naming.dns",
                "--output",
                image.toString());
        assertThat(start(image)).isEqualTo(OutsideProgram.SAYS);
    }

    private String start(Path image) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(image.resolve("bin/java").toString(), "-m", "letter/letter.Main")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(out);
    }
}
