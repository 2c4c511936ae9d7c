package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChangedTest {
    @Test
    void aFileOfAnotherSizeIsNotRead(@TempDir Path dir) throws Exception {
        Path file = Files.write(dir.resolve("a"), new byte[100]);
        Message message = Message.compose().attach(file).build();
        Files.write(file, new byte[101]);
        assertThatThrownBy(() -> message.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(SourceChanged.class)
                .hasMessageContaining("changed");
    }

    @Test
    void aFileOfAnotherTimeIsNotRead(@TempDir Path dir) throws Exception {
        Path file = Files.write(dir.resolve("a"), "A: b\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII));
        Message message = Message.parse(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        assertThatThrownBy(message::text).isInstanceOf(SourceChanged.class);
    }

    @Test
    void anotherFileInItsPlaceIsNotRead(@TempDir Path dir) throws Exception {
        Path file = Files.write(dir.resolve("a"), new byte[100]);
        FileTime time = Files.getLastModifiedTime(file);
        Message message = Message.parse(file);
        Path other = Files.write(dir.resolve("b"), new byte[100]);
        Files.setLastModifiedTime(other, time);
        Files.delete(file);
        Files.move(other, file);
        Files.setLastModifiedTime(file, time);
        assertThatThrownBy(message::toBytes).isInstanceOf(SourceChanged.class);
    }

    @Test
    void aSupplierThatGivesLessIsNoticed() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        Source source = Source.of(() -> new ByteArrayInputStream(new byte[opened.getAndIncrement() == 0 ? 100 : 50]));
        Message message = Message.parse(source);
        assertThatThrownBy(message::toBytes).isInstanceOf(SourceChanged.class);
    }
}
