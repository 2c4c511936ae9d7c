package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream that decodes block by block. */
abstract class DecodingStream extends InputStream {
    final Feed feed;
    private byte[] ready = new byte[0];
    private int at;
    private int size;
    private boolean over;

    DecodingStream(Octets octets) throws IOException {
        this.feed = new Feed(octets);
    }

    /** Decodes the next block; negative at the end, and possibly 0. */
    abstract int decode() throws IOException;

    /** Where {@link #decode} put its octets. */
    abstract byte[] block();

    private boolean advance() throws IOException {
        while (at == size) {
            if (over) {
                return false;
            }
            int n = decode();
            if (n < 0) {
                over = true;
                return false;
            }
            ready = block();
            at = 0;
            size = n;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return advance() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int n = Math.min(len, size - at);
        System.arraycopy(ready, at, b, off, n);
        at += n;
        return n;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long sum = 0;
        while (advance()) {
            int n = size - at;
            out.write(ready, at, n);
            at = size;
            sum += n;
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }
}
