package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at octets as a transport would: line lengths, octets beyond US-ASCII, NUL, and line ends that are no CRLF. */
public final class LineCensus extends OutputStream {
    private static final int LONGEST = 998;
    private static final int BASE64_LINE = 76;
    /** Eight octets at once: inside a line of US-ASCII there is nothing to look at. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int BEYOND_CR = '\r' + 1;

    private long line;
    private long longest;
    private long high;
    private long total;
    private boolean nul;
    private boolean loneEnd;
    private boolean afterCr;

    /** Looks at all octets. What is encoded as base64 while it is written need not be written: its lines are known. */
    public void take(Octets octets) throws IOException {
        if (octets instanceof JoinedOctets joined) {
            for (Octets piece : joined.pieces()) {
                take(piece);
            }
        } else if (octets instanceof Encoded encoded && encoded.isBase64()) {
            if (encoded.size() != 0) {
                inLine(BASE64_LINE);
                endLine();
            }
        } else {
            octets.writeTo(this);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
        if (nul) {
            return; // nothing else can make it worse
        }
        total += len;
        int end = off + len;
        int at = off;
        while (at < end) {
            int stop = notable(b, at, end);
            if (stop > at) {
                inLine(stop - at);
            }
            at = stop == end ? end : take(b, stop, end);
        }
    }

    private void inLine(int octets) {
        loneEnd |= afterCr;
        afterCr = false;
        line += octets;
    }

    /** The next octet that is beyond US-ASCII, or a control that may be CR, LF or NUL. */
    private static int notable(byte[] b, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long found = marks(b, at);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && b[at] >= BEYOND_CR) {
            at++;
        }
        return at;
    }

    /** The highest bit of each of eight octets that are notable; exact for the first. */
    private static long marks(byte[] b, int at) {
        long eight = (long) LONGS.get(b, at);
        return ((eight - BEYOND_CR * ONES) | eight) & HIGHS;
    }

    private int take(byte[] b, int at, int end) {
        byte c = b[at];
        if (c < 0) {
            return highs(b, at, end);
        }
        if (c == '\r' && !afterCr && at + 1 < end && b[at + 1] == '\n') {
            endLine();
            return at + 2;
        }
        if (c == '\r' || c == '\n' || c == 0) {
            special(c);
        } else {
            inLine(1);
        }
        return at + 1;
    }

    private void endLine() {
        longest = Math.max(longest, line);
        line = 0;
    }

    private int highs(byte[] b, int from, int end) {
        int at = from + 1;
        while (at < end && b[at] < 0) {
            at++;
        }
        high += at - from;
        inLine(at - from);
        return at;
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
        return !nul && total + 2 * high <= (total + 2) / 3 * 4;
    }
}
