package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that nobody else can find: its name is gone once it is open, so that it goes with the process, however that
 * ends. Where open files keep their names (Windows) it goes with its last reader, or at exit. Not a channel, which an
 * interrupt would close for good.
 */
final class SpoolFile extends OutputStream {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ReentrantLock lock = new ReentrantLock();
    private final RandomAccessFile file;
    private final Cleaner.Cleanable cleanable;
    private long end;

    private SpoolFile(RandomAccessFile file, Runnable cleaning) {
        this.file = file;
        this.cleanable = CLEANER.register(this, cleaning);
    }

    /** Makes a file that only its owner may open, in a directory, or where the system keeps such files. */
    static SpoolFile create(@Nullable Path directory) throws IOException {
        Path path = directory == null
                ? Files.createTempFile("tegami", ".cms")
                : Files.createTempFile(directory, "tegami", ".cms");
        RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
        boolean nameless = unlink(path);
        if (!nameless) {
            path.toFile().deleteOnExit();
        }
        return new SpoolFile(opened, () -> release(opened, path, nameless));
    }

    private static boolean unlink(Path path) {
        try {
            Files.delete(path);
            return true;
        } catch (IOException e) {
            return false; // the system does not do so while it is open
        }
    }

    private static void release(RandomAccessFile opened, Path path, boolean nameless) {
        try {
            opened.close();
            if (!nameless) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the cleaner drops this; the file is ciphertext only", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Appends. */
    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        lock.lock();
        try {
            file.seek(end);
            file.write(octets, offset, length);
            end += length;
        } finally {
            lock.unlock();
        }
    }

    int read(long at, byte[] to, int offset, int length) throws IOException {
        lock.lock();
        try {
            file.seek(at);
            return file.read(to, offset, length);
        } finally {
            lock.unlock();
        }
    }

    long size() {
        return end;
    }

    /** Gives the file up. */
    void discard() {
        cleanable.clean();
    }
}
