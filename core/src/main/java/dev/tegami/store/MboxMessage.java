package dev.tegami.store;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.CRC32;

/** One message of an mbox: its place, and a mark of its first octets to know it by. */
final class MboxMessage implements Stored, Source {
    private static final int MARKED = 512;
    /** A small message is read by one call. */
    private static final int HELD = 16 * 1024;

    private final Path file;
    private final MboxDialect dialect;
    private final FileStamp stamp;
    private final long start;
    private final long end;
    private final long mark;

    private MboxMessage(Path file, MboxDialect dialect, FileStamp stamp, long start, long end, long mark) {
        this.file = file;
        this.dialect = dialect;
        this.stamp = stamp;
        this.start = start;
        this.end = end;
        this.mark = mark;
    }

    static MboxMessage at(Path file, MboxDialect dialect, FileStamp stamp, long start, long end) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            stamp.check(file);
            return in(file, dialect, stamp, start, new Span(channel, end));
        }
    }

    /** The message that ends where the span ends. */
    static MboxMessage in(Path file, MboxDialect dialect, FileStamp stamp, long start, Span mbox) throws IOException {
        return new MboxMessage(file, dialect, stamp, start, mbox.size(), mark(mbox, start));
    }

    private static long mark(Span mbox, long start) throws IOException {
        byte[] first = new byte[(int) Math.min(MARKED, mbox.size() - start)];
        int n = mbox.read(first, start);
        CRC32 crc = new CRC32();
        crc.update(first, 0, n);
        return crc.getValue();
    }

    /** Fails unless the message still lies where it lay. */
    void check(FileChannel channel) throws IOException {
        stamp.check(file);
        check(new Span(channel, end));
    }

    private void check(Span mbox) throws IOException {
        if (mark(mbox, start) != mark) {
            throw FileStamp.changed(file);
        }
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    MboxDialect dialect() {
        return dialect;
    }

    @Override
    public String name() {
        return Long.toString(start);
    }

    @Override
    public Source raw() {
        return this;
    }

    @Override
    public Message message() throws IOException {
        return WholeMessage.parse(this, end - start);
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean opened = false;
        try {
            stamp.check(file);
            Span span = new Span(channel, end).holding(start, HELD);
            check(span);
            InputStream in = MboxFrame.of(span, dialect, start).open(span);
            opened = true;
            return in;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    @Override
    public Set<StoreFlag> flags() throws IOException {
        return StatusField.read(header());
    }

    @Override
    public String toString() {
        return file + " at " + start;
    }
}
