package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private final byte[] octets = new byte[300_000];

    SpoolTest() {
        new Random(1).nextBytes(octets);
    }

    private Source spooled(Path directory) throws IOException {
        return spooled(directory, 1_000);
    }

    private Source spooled(Path directory, int memory) throws IOException {
        try (Spool spool = new Spool(memory, directory)) {
            spool.write(octets, 0, 900);
            spool.write(octets, 900, octets.length - 901);
            spool.write(octets[octets.length - 1]);
            return spool.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000})
    void whatWasWrittenIsReadAgainAndAgainAlsoSideBySide(int memory, @TempDir Path directory) throws IOException {
        Source source = spooled(directory, memory);
        assertThat(source.size()).isEqualTo(octets.length);
        try (InputStream one = source.open();
                InputStream two = source.open()) {
            assertThat(one.readNBytes(1_000)).isEqualTo(two.readNBytes(1_000));
            assertThat(one.readAllBytes()).isEqualTo(two.readAllBytes()).hasSize(octets.length - 1_000);
        }
        try (InputStream again = source.open()) {
            assertThat(again.readAllBytes()).isEqualTo(octets);
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        source.writeTo(written);
        assertThat(written.toByteArray()).isEqualTo(octets);
    }

    @Test
    void anInterruptDoesNotCostTheCiphertext(@TempDir Path directory) throws IOException {
        Source source = spooled(directory);
        Thread.currentThread().interrupt();
        try (InputStream in = source.open()) {
            assertThat(in.readNBytes(10)).hasSize(10);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        try (InputStream again = source.open()) {
            assertThat(again.readAllBytes()).isEqualTo(octets);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files keep their names there")
    void theFileHasNoNameThatAKilledProcessCouldLeaveBehind(@TempDir Path directory) throws IOException {
        Source source = spooled(directory);
        assertThat(directory).isEmptyDirectory();
        assertThat(source.size()).isEqualTo(octets.length);
    }
}
