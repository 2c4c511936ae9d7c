package dev.tegami.smtp.internal;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The last guard before the wire: of a message it lets only CRLF pass as line end and never NUL, whatever a source
 * gives the second time. Dots that begin a line are doubled where the transfer needs it (RFC 5321 §4.5.2).
 */
public final class LineGuard extends OutputStream {
    /** Whether dots are doubled. */
    public enum Dots {
        /** For DATA. */
        DOUBLED,
        /** For BDAT. */
        AS_THEY_ARE
    }

    private static final byte[] DOT = {'.'};

    private final OutputStream out;
    private final boolean doubling;
    private byte last = '\n';

    public LineGuard(OutputStream out, Dots dots) {
        this.out = out;
        this.doubling = dots == Dots.DOUBLED;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        int end = from + length;
        int start = from;
        byte before = last;
        for (int i = from; i < end; i++) {
            byte octet = octets[i];
            if (before == '\r' && octet != '\n') {
                throw new BareLineEnd("CR without LF");
            }
            if (octet <= '.') {
                if (octet == '\n' && before != '\r') {
                    throw new BareLineEnd("LF without CR");
                }
                if (octet == 0) {
                    throw new BareLineEnd("NUL");
                }
                if (octet == '.' && before == '\n' && doubling) {
                    out.write(octets, start, i - start);
                    out.write(DOT, 0, 1);
                    start = i;
                }
            }
            before = octet;
        }
        last = before;
        out.write(octets, start, end - start);
    }

    /** Ends an unfinished line. A message that ends within a line end is refused. */
    public void endLine() throws IOException {
        if (last == '\r') {
            throw new BareLineEnd("CR without LF");
        }
        if (last != '\n') {
            write(new byte[] {'\r', '\n'}, 0, 2);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** An octet that must not travel. */
    public static final class BareLineEnd extends IOException {
        private static final long serialVersionUID = 1L;

        BareLineEnd(String what) {
            super("the message holds " + what + " now, which it did not when it was looked at");
        }
    }
}
