package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes uuencode in lines of 45 octets, with the grave accent for zero, since transports cut trailing blanks. */
final class UuEncoder {
    private static final int LINE = 45;

    private final OutputStream out;
    private final byte[] pending = new byte[LINE];
    private final byte[] line = new byte[1 + LINE / 3 * 4 + 2];
    private int size;
    private boolean begun;

    UuEncoder(OutputStream out) {
        this.out = out;
    }

    void write(byte[] b, int off, int len) throws IOException {
        begin();
        int at = off;
        int end = off + len;
        while (at < end) {
            int n = Math.min(end - at, LINE - size);
            System.arraycopy(b, at, pending, size, n);
            size += n;
            at += n;
            if (size == LINE) {
                line();
            }
        }
    }

    void finish() throws IOException {
        begin();
        if (size > 0) {
            line();
        }
        out.write("`\r\nend\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write("begin 644 file\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void line() throws IOException {
        int n = 0;
        line[n++] = character(size);
        for (int i = 0; i < size; i += 3) {
            int three = octet(i) << 16 | octet(i + 1) << 8 | octet(i + 2);
            line[n++] = character(three >> 18);
            line[n++] = character(three >> 12);
            line[n++] = character(three >> 6);
            line[n++] = character(three);
        }
        line[n++] = '\r';
        line[n++] = '\n';
        out.write(line, 0, n);
        size = 0;
    }

    private int octet(int at) {
        return at < size ? pending[at] & 0xFF : 0;
    }

    private static byte character(int bits) {
        return (byte) ((bits & 0x3F) == 0 ? '`' : ' ' + (bits & 0x3F));
    }
}
