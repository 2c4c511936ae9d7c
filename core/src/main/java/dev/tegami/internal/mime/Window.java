package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The octets the scanner looks at: a whole array, or the part of a stream that is needed at the moment. Offsets inside
 * the window stay valid until {@link #forget} is called.
 */
final class Window {
    private static final int INITIAL = 1 << 16;

    byte[] buf;
    int limit;
    /** Absolute offset of {@code buf[0]}. */
    long base;

    /** Whether the octets come from a stream, so that the window moves on. */
    final boolean isStream;

    private @Nullable InputStream in;

    Window(byte[] array, int from, int to) {
        this.buf = array;
        this.limit = to;
        this.base = -from;
        this.isStream = false;
    }

    Window(InputStream in) {
        this.in = in;
        this.isStream = true;
        this.buf = new byte[INITIAL];
    }

    /** Reads more behind the limit; false at the end of the input. */
    boolean fill() throws IOException {
        InputStream stream = in;
        if (stream == null) {
            return false;
        }
        if (limit == buf.length) {
            buf = Arrays.copyOf(buf, Math.multiplyExact(buf.length, 2));
        }
        int n = stream.read(buf, limit, buf.length - limit);
        if (n < 0) {
            in = null;
            return false;
        }
        limit += n;
        return true;
    }

    /** Makes sure that {@code buf[at]} is there; false at the end of the input. */
    boolean has(int at) throws IOException {
        while (at >= limit) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lets go of what lies before {@code keep}, when that is worth the copy.
     *
     * @return how far everything moved down
     */
    int forget(int keep) {
        if (in == null || keep < buf.length / 2) {
            return 0;
        }
        System.arraycopy(buf, keep, buf, 0, limit - keep);
        limit -= keep;
        base += keep;
        return keep;
    }

    /** The offset just past the next line feed, or {@code stop} or the end of the input if that comes first. */
    int lineEnd(int from, int stop) throws IOException {
        int at = from;
        while (true) {
            byte[] b = buf;
            int end = Math.min(limit, stop);
            while (at < end) {
                if (b[at++] == '\n') {
                    return at;
                }
            }
            if (at >= stop || !fill()) {
                return at;
            }
        }
    }
}
