package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Gives the octets of a source piece by piece: an array as it is, anything else through one buffer. */
final class Feed implements Closeable {
    private static final int BUFFER = 1 << 16;

    byte[] buf;
    int at;
    int limit;

    private final @Nullable InputStream in;
    private boolean over;

    Feed(Octets octets) throws IOException {
        if (octets instanceof ArrayOctets array) {

            buf = array.array();
            at = array.from();
            limit = array.to();
            in = null;
            over = true;
        } else {
            long size = octets.size();
            in = octets.open();
            buf = new byte[size < 0 || size > BUFFER ? BUFFER : Math.max(256, (int) size)];
        }
    }

    /** Whether the buffer holds the last octets. */
    boolean isOver() {
        return over;
    }

    /** Reads more behind what is left, which moves to the buffer's start; false at the end. */
    boolean more() throws IOException {
        InputStream stream = in;
        if (over || stream == null) {
            return false;
        }
        System.arraycopy(buf, at, buf, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit == buf.length) {
            return true;
        }
        int n = stream.read(buf, limit, buf.length - limit);
        if (n < 0) {
            over = true;
            return false;
        }
        limit += n;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
