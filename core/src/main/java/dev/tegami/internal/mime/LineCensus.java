package dev.tegami.internal.mime;

import java.io.OutputStream;

/** Looks at octets as a transport would: line lengths, octets beyond US-ASCII, NUL, and line ends that are no CRLF. */
public final class LineCensus extends OutputStream {
    private static final int LONGEST = 998;

    private long line;
    private long longest;
    private long high;
    private long total;
    private boolean nul;
    private boolean loneEnd;
    private boolean afterCr;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
        total += len;
        int end = off + len;
        int at = off;
        while (at < end) {
            int start = at;
            int highs = 0;
            byte c = 0;
            while (at < end) {
                c = b[at];
                if (c == '\n' || c == '\r' || c == 0) {
                    break;
                }
                highs += c >>> 31;
                at++;
            }
            high += highs;
            if (at > start) {
                loneEnd |= afterCr;
                afterCr = false;
                line += at - start;
            }
            if (at < end) {
                special(c);
                at++;
            }
        }
    }

    private void special(byte c) {
        if (c == '\n') {
            loneEnd |= !afterCr;
            longest = Math.max(longest, line - (afterCr ? 1 : 0));
            line = 0;
            afterCr = false;
            return;
        }
        loneEnd |= afterCr;
        afterCr = c == '\r';
        nul |= c == 0;
        line++;
    }

    /** The identity encoding that describes the octets seen. */
    public Encoding demand() {
        if (nul || loneEnd || afterCr || Math.max(longest, line) > LONGEST) {
            return Encoding.BINARY;
        }
        return high > 0 ? Encoding.EIGHT_BIT : Encoding.SEVEN_BIT;
    }

    /** Whether quoted-printable would be the shorter of the two encodings, and the octets look like text. */
    public boolean prefersQuotedPrintable() {
        return !nul && high * 6 <= total;
    }
}
