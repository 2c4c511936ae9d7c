package dev.tegami.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to change an mbox: among our threads, by {@code NAME.lock} among programs, and by a lock on the
 * mbox itself for programs that know only that. The lock file is itself locked while its owner lives, so the one a
 * killed process left behind is known for what it is and taken over.
 */
final class MboxLock implements Closeable {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final byte[] OURS = "tegami\n".getBytes(StandardCharsets.US_ASCII);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock thread;
    private final Path path;
    private final FileChannel channel;

    private MboxLock(ReentrantLock thread, Path path, FileChannel channel) {
        this.thread = thread;
        this.path = path;
        this.channel = channel;
    }

    static MboxLock acquire(Path mbox, Duration wait) throws IOException {
        Path path = mbox.resolveSibling(Disk.fileName(mbox) + ".lock");
        long deadline = System.nanoTime() + wait.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(path, key -> new ReentrantLock());
        lockThread(thread, path, wait);
        boolean done = false;
        try {
            FileChannel channel = take(path);
            while (channel == null) {
                pause(path, deadline);
                channel = take(path);
            }
            done = true;
            return new MboxLock(thread, path, channel);
        } finally {
            if (!done) {
                thread.unlock();
            }
        }
    }

    private static void lockThread(ReentrantLock thread, Path path, Duration wait) {
        try {
            if (!thread.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreLocked(path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreLocked(path);
        }
    }

    private static void pause(Path path, long deadline) {
        if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
            throw new StoreLocked(path);
        }
        LockSupport.parkNanos(PAUSE);
    }

    /** Waits for the lock on the mbox itself. It ends with the channel. */
    static void lockContents(FileChannel mbox, Path path, Duration wait) throws IOException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (mbox.tryLock() == null) {
            pause(path, deadline);
        }
    }

    private static @Nullable FileChannel take(Path path) throws IOException {
        Path mine = path.resolveSibling("." + Disk.fileName(path) + "-" + UniqueName.next());
        FileChannel channel = FileChannel.open(
                mine, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        boolean taken = false;
        try {
            // Locked and written before anyone can see it under its name.
            FileLock lock = channel.lock();
            channel.write(ByteBuffer.wrap(OURS));
            Files.createLink(path, mine);
            taken = lock.isValid();
            return channel;
        } catch (FileAlreadyExistsException e) {
            return takeOver(path);
        } finally {
            Files.deleteIfExists(mine);
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Takes the lock file of a process that ended without removing it; null while anyone holds it. */
    private static @Nullable FileChannel takeOver(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
        boolean taken = false;
        try {
            Object key = key(path);
            ByteBuffer start = ByteBuffer.allocate(OURS.length);
            channel.read(start, 0);
            taken = start.flip().equals(ByteBuffer.wrap(OURS))
                    && channel.tryLock() != null
                    && key != null
                    && Objects.equals(key, key(path));
            return taken ? channel : null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
