package dev.tegami.net;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears under its name only when complete. */
final class ReceivedFile implements Receive.Sink<Path> {
    private final Path file;
    private final Path temporary;
    private final OutputStream stream;

    private ReceivedFile(Path file, Path temporary) throws IOException {
        this.file = file;
        this.temporary = temporary;
        this.stream = new BufferedOutputStream(Files.newOutputStream(temporary), 64 * 1024);
    }

    static ReceivedFile open(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        return new ReceivedFile(file, Files.createTempFile(directory, ".tegami-", ".part"));
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public Path commit() throws IOException {
        stream.close();
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    @Override
    public void abandon() {
        try {
            stream.close();
        } catch (IOException e) {
            Logs.NET.log(System.Logger.Level.DEBUG, "closing an abandoned file", e);
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            Logs.NET.log(System.Logger.Level.WARNING, "cannot delete the abandoned file " + temporary, e);
        }
    }
}
