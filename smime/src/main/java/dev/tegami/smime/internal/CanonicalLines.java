package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;

/** Octets with every line end written as CRLF (RFC 8551 section 3.1.1). */
public final class CanonicalLines extends InputStream {
    private final InputStream in;
    private final byte[] piece = new byte[16 * 1024];
    private final byte[] ready = new byte[32 * 1024 + 2];
    private int at;
    private int end;
    private boolean afterCr;

    private CanonicalLines(InputStream in) {
        this.in = in;
    }

    public static Source of(Source source) {
        return Source.of(() -> new CanonicalLines(source.open()));
    }

    /** Whether there is a line end that is not CRLF. */
    public static boolean needed(Source source) throws IOException {
        byte[] piece = new byte[16 * 1024];
        boolean cr = false;
        try (InputStream in = source.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                for (int i = 0; i < n; i++) {
                    if ((piece[i] == (byte) 10) != cr) {
                        return true;
                    }
                    cr = piece[i] == '\r';
                }
            }
        }
        return cr;
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int n = in.read(piece);
            if (n < 0) {
                if (!afterCr) {
                    return false;
                }
                afterCr = false;
                at = 0;
                end = 0;
                ready[end++] = '\n';
                return true;
            }
            convert(n);
        }
        return true;
    }

    private void convert(int n) {
        at = 0;
        end = 0;
        for (int i = 0; i < n; i++) {
            byte octet = piece[i];
            if (octet == '\n' && !afterCr) {
                ready[end++] = '\r';
            } else if (octet != '\n' && afterCr) {
                ready[end++] = '\n';
            }
            ready[end++] = octet;
            afterCr = octet == '\r';
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(ready, at, to, offset, n);
        at += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
