package dev.tegami.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The messages of an mbox from the first to the last, read through one open file and one window that moves along. */
final class MboxPass implements Closeable {
    private static final int WINDOW = 256 * 1024;

    private final Path file;
    private final MboxDialect dialect;
    private final FileStamp stamp;
    private final Offsets offsets;
    private final FileChannel channel;
    private Span window;
    private int next;
    private long start;
    private long end;

    MboxPass(Path file, MboxDialect dialect, FileStamp stamp, Offsets offsets) throws IOException {
        this.file = file;
        this.dialect = dialect;
        this.stamp = stamp;
        this.offsets = offsets;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.window = new Span(channel, stamp.size());
        boolean opened = false;
        try {
            stamp.check(file);
            opened = true;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** Goes to the next message; false behind the last, where the file is looked at once more. */
    boolean advance() throws IOException {
        if (next == offsets.size()) {
            stamp.check(file);
            return false;
        }
        start = offsets.get(next++);
        end = next < offsets.size() ? offsets.get(next) : stamp.size();
        if (channel.size() < end) {
            throw FileStamp.changed(file);
        }
        if (!window.holds(start, Math.min(end, start + WINDOW))) {
            window = new Span(channel, stamp.size()).holding(start, WINDOW);
        }
        return true;
    }

    /** The message, to be read again later by whoever keeps it. */
    MboxMessage message() throws IOException {
        return MboxMessage.in(file, dialect, stamp, start, window.until(end));
    }

    long length() {
        return end - start;
    }

    /** The octets of the message now; closing the stream closes nothing. */
    InputStream stream() throws IOException {
        Span span = window.until(end);
        return MboxFrame.of(span, dialect, start).stream(span);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
