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
            return new MboxMessage(file, dialect, stamp, start, end, mark(channel, start, end));
        }
    }

    private static long mark(FileChannel channel, long start, long end) throws IOException {
        byte[] first = new byte[(int) Math.min(MARKED, end - start)];
        int n = new Span(channel, end).read(first, start);
        CRC32 crc = new CRC32();
        crc.update(first, 0, n);
        return crc.getValue();
    }

    /** Fails unless the message still lies where it lay. */
    void check(FileChannel channel) throws IOException {
        stamp.check(file);
        if (mark(channel, start, end) != mark) {
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
            check(channel);
            InputStream in =
                    MboxFrame.of(new Span(channel, end), dialect, start).open(channel);
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
