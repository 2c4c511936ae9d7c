package dev.tegami.internal.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A region of a file. No handle is kept: the file is opened for every read and must still have the size, the time and
 * the identity it had when the region was made.
 */
public final class FileOctets implements Octets {
    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private final Path file;
    private final Stamp stamp;
    private final Function<Path, ? extends RuntimeException> changed;
    private final long from;
    private final long to;

    private FileOctets(Path file, Stamp stamp, Function<Path, ? extends RuntimeException> changed, long from, long to) {
        this.file = file;
        this.stamp = stamp;
        this.changed = changed;
        this.from = from;
        this.to = to;
    }

    /** The whole file as it is now; {@code changed} makes the error for a read after it was changed. */
    public static FileOctets of(Path file, Function<Path, ? extends RuntimeException> changed) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Files.exists(file)
                    ? new IOException(file + " is not a regular file")
                    : new java.nio.file.NoSuchFileException(file.toString());
        }
        Stamp stamp = Stamp.of(file);
        return new FileOctets(file, stamp, changed, 0, stamp.size());
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean good = false;
        try {
            check();
            channel.position(from);
            good = true;
            return new Exactly(Channels.newInputStream(channel), to - from, this::check, () -> changed.apply(file));
        } finally {
            if (!good) {
                channel.close();
            }
        }
    }

    private void check() throws IOException {
        if (!Stamp.of(file).equals(stamp)) {
            throw changed.apply(file);
        }
    }

    @Override
    public long size() {
        return to - from;
    }

    @Override
    public Octets slice(long start, long end) {
        Objects.checkFromToIndex(start, end, size());
        return new FileOctets(file, stamp, changed, from + start, from + end);
    }
}
