package dev.tegami.smtp.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A text as it is read from a Unix file, with each lone CR or LF made a CRLF. */
public final class CrlfStream extends FilterInputStream {
    private static final int NONE = -2;

    private final byte[] raw = new byte[8 * 1024];
    private int at;
    private int end;
    private int pending = NONE;
    private boolean afterCr;

    public CrlfStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        if (pending != NONE) {
            int octet = pending;
            pending = NONE;
            return octet;
        }
        int octet = next();
        if (afterCr && octet == '\n') {
            afterCr = false;
            octet = next();
        }
        afterCr = octet == '\r';
        if (octet == '\r' || octet == '\n') {
            pending = '\n';
            return '\r';
        }
        return octet;
    }

    private int next() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(raw));
            at = 0;
        }
        return at == end ? -1 : raw[at++] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = read();
            if (octet < 0) {
                return count == 0 ? -1 : count;
            }
            octets[from + count++] = (byte) octet;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8 * 1024)).length;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
