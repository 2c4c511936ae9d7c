package dev.tegami.internal.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Several runs, one after the other. */
public final class JoinedOctets implements Octets {
    private final List<Octets> pieces;

    public JoinedOctets(List<? extends Octets> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The runs, in order. */
    public List<Octets> pieces() {
        return pieces;
    }

    @Override
    public InputStream open() {
        return new Chain(new ArrayDeque<>(pieces));
    }

    @Override
    public long size() {
        long sum = 0;
        for (Octets piece : pieces) {
            long size = piece.size();
            if (size < 0) {
                return -1;
            }
            sum += size;
        }
        return sum;
    }

    @Override
    public Octets slice(long from, long to) {
        Objects.checkFromToIndex(from, to, size());
        List<Octets> kept = new ArrayList<>();
        long at = 0;
        for (Octets piece : pieces) {
            long size = piece.size();
            long start = Math.max(from, at);
            long end = Math.min(to, at + size);
            if (start < end) {
                kept.add(piece.slice(start - at, end - at));
            }
            at += size;
        }
        return new JoinedOctets(kept);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Octets piece : pieces) {
            piece.writeTo(out);
        }
    }

    /** Opens each piece only when the one before is read and closed. */
    private static final class Chain extends InputStream {
        private final Queue<Octets> waiting;
        private @Nullable InputStream current;

        Chain(Queue<Octets> waiting) {
            this.waiting = waiting;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (len == 0) {
                return 0;
            }
            while (true) {
                InputStream in = current;
                if (in == null) {
                    Octets next = waiting.poll();
                    if (next == null) {
                        return -1;
                    }
                    current = next.open();
                    continue;
                }
                int n = in.read(b, off, len);
                if (n > 0) {
                    return n;
                }
                close();
            }
        }

        @Override
        public void close() throws IOException {
            InputStream in = current;
            current = null;
            if (in != null) {
                in.close();
            }
        }
    }
}
