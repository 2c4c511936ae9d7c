package dev.tegami.smime.internal;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Octets with a position and one octet of look-ahead. */
final class BerInput {
    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;
    private long before;

    BerInput(InputStream in) {
        this.in = in;
    }

    long position() {
        return before + at;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        before += end;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    int peek() throws IOException {
        return fill() ? buffer[at] & 0xFF : -1;
    }

    int read() throws IOException {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    int need() throws IOException {
        int octet = read();
        if (octet < 0) {
            throw new EOFException("the structure is cut off");
        }
        return octet;
    }

    int read(byte[] to, int offset, int length) throws IOException {
        if (at == end && length >= buffer.length) {
            int n = in.read(to, offset, length);
            before += Math.max(0, n);
            return n;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(buffer, at, to, offset, n);
        at += n;
        return n;
    }

    /** A length, or -1 for the indefinite form. */
    long length() throws IOException {
        return length(new ByteArrayOutputStream(8));
    }

    long length(ByteArrayOutputStream out) throws IOException {
        int first = copied(out);
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return -1;
        }
        int count = first & 0x7F;
        if (count > 7) {
            throw new MalformedCms("a length of " + count + " octets");
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | copied(out);
        }
        return length;
    }

    int copied(ByteArrayOutputStream out) throws IOException {
        int octet = need();
        out.write(octet);
        return octet;
    }

    void copy(long length, ByteArrayOutputStream out) throws IOException {
        long left = length;
        while (left > 0) {
            if (!fill()) {
                throw new EOFException("the structure is cut off");
            }
            int n = (int) Math.min(left, end - at);
            out.write(buffer, at, n);
            at += n;
            left -= n;
        }
    }
}
