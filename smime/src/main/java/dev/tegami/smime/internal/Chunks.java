package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Octets in memory that grow without being copied. Whoever reads them does so after the last was appended. */
final class Chunks implements Source {
    private static final int CHUNK = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int held;

    void append(byte[] from, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (held == last.length) {
                grow();
            }
            int n = Math.min(left, last.length - held);
            System.arraycopy(from, at, last, held, n);
            held += n;
            at += n;
            left -= n;
        }
    }

    /** Reads once, as much as the stream gives and the last chunk has room for; returns -1 at the end. */
    int append(InputStream in) throws IOException {
        if (held == last.length) {
            grow();
        }
        int n = in.read(last, held, last.length - held);
        held += Math.max(0, n);
        return n;
    }

    /** Short octets get a short chunk. */
    private void grow() {
        boolean first = last.length == 0;
        if (!first) {
            full.add(last);
        }
        last = new byte[first ? CHUNK / 16 : CHUNK];
        held = 0;
    }

    @Override
    public long size() {
        long size = held;
        for (byte[] chunk : full) {
            size += chunk.length;
        }
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] chunk : full) {
            out.write(chunk);
        }
        out.write(last, 0, held);
    }

    @Override
    public InputStream open() {
        return new Reading();
    }

    private final class Reading extends InputStream {
        private final byte[] one = new byte[1];
        private int chunk;
        private int at;

        @Override
        public int read() {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int done = 0;
            while (done < length) {
                boolean isLast = chunk == full.size();
                byte[] current = isLast ? last : full.get(chunk);
                int n = Math.min(length - done, (isLast ? held : current.length) - at);
                if (n == 0 && isLast) {
                    break;
                }
                System.arraycopy(current, at, to, offset + done, n);
                at += n;
                done += n;
                if (!isLast && at == current.length) {
                    chunk++;
                    at = 0;
                }
            }
            return done == 0 && length > 0 ? -1 : done;
        }
    }
}
