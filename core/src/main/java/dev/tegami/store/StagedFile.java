package dev.tegami.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A message in a file of its own that nobody looks at yet. */
final class StagedFile implements Staged {
    private final Path file;
    private final String name;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean sealed;

    StagedFile(Path directory, String name) throws IOException {
        this(directory, name, name);
    }

    StagedFile(Path directory, String name, String fileName) throws IOException {
        this.file = directory.resolve(fileName);
        this.name = name;
        this.channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Disk.ownerOnly(directory, "rw-------"));
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public String seal() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        sealed = true;
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!sealed) {
            Files.deleteIfExists(file);
        }
    }
}
