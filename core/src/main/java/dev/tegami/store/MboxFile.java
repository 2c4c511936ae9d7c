package dev.tegami.store;

import dev.tegami.mime.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An mbox that is locked for a change. Opening one first completes the append of a process that was killed. */
final class MboxFile implements Closeable {
    private final Path path;
    private final MboxLock lock;
    private final FileChannel channel;

    private MboxFile(Path path, MboxLock lock, FileChannel channel) {
        this.path = path;
        this.lock = lock;
        this.channel = channel;
    }

    static MboxFile open(Path path, Duration wait) throws IOException {
        MboxLock lock = MboxLock.acquire(path, wait);
        boolean opened = false;
        try {
            MboxRecovery.complete(path, wait);
            MboxFile file = new MboxFile(path, lock, channel(path, wait));
            opened = true;
            return file;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** Opens the file for appending and takes the lock on it. */
    static FileChannel channel(Path path, Duration wait) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Disk.ownerOnly(Disk.parent(path), "rw-------"));
        boolean locked = false;
        try {
            MboxLock.lockContents(channel, path, wait);
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    FileStamp stamp() throws IOException {
        return FileStamp.of(path);
    }

    /** Whether a sealed message has not been appended yet. */
    boolean waits(String name) {
        return Files.exists(MboxStaged.spool(path, name));
    }

    void append(List<String> names) throws IOException {
        List<String> waiting = names.stream().filter(this::waits).toList();
        if (waiting.isEmpty()) {
            return;
        }
        MboxJournal journal = new MboxJournal(channel.size(), missingLineEnds(), waiting);
        journal.write(path);
        new MboxAppend(path, channel, journal).run();
    }

    /** How many line ends the file lacks before a separator may follow. */
    private int missingLineEnds() throws IOException {
        byte[] tail = new byte[3];
        int n = (int) Math.min(3, channel.size());
        new Span(channel, channel.size()).read(tail, 3 - n, n, channel.size() - n);
        if (n == 0) {
            return 0;
        }
        if (tail[2] != '\n') {
            return 2;
        }
        boolean empty = n == 1 || tail[1] == '\n' || (tail[1] == '\r' && (n == 2 || tail[0] == '\n'));
        return empty ? 0 : 1;
    }

    /** The change that removes a message. */
    Splice whole(MboxMessage message) throws IOException {
        message.check(channel);
        return Splice.delete(message.start(), message.end());
    }

    /** The change that gives a message other flags. */
    Splice flagged(MboxMessage message, Set<StoreFlag> flags) throws IOException {
        message.check(channel);
        Span span = new Span(channel, message.end());
        long from = MboxFrame.of(span, message.dialect(), message.start()).from();
        byte[] block = HeaderOnly.block(() -> new Span(channel, message.end()).stream(from, message.end()));
        return new Splice(from, from + block.length, List.of(Source.of(StatusField.write(block, flags))));
    }

    void rewrite(List<Splice> splices) throws IOException {
        if (!splices.isEmpty()) {
            MboxRewrite.run(path, channel, splices);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            lock.close();
        }
    }
}
