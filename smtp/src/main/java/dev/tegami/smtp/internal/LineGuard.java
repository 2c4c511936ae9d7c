package dev.tegami.smtp.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
    /** Eight octets at once: between line ends there is nothing to look at. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int BEYOND_CR = '\r' + 1;
    /** What was looked at is sent while it is still in the cache. */
    private static final int PIECE = 64 * 1024;

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
        for (int at = from; at < end; at += PIECE) {
            piece(octets, at, Math.min(end, at + PIECE));
        }
    }

    private void piece(byte[] octets, int from, int end) throws IOException {
        int start = from;
        int at = from;
        if (last == '\r') {
            at = feed(octets, from);
        }
        boolean lineStart = at > from || last == '\n';
        while (true) {
            if (lineStart && doubling && at < end && octets[at] == '.') {
                out.write(octets, start, at - start);
                out.write(DOT, 0, 1);
                start = at;
            }
            at = control(octets, at, end);
            if (at == end) {
                break;
            }
            lineStart = octets[at] == '\r';
            if (lineStart && ++at == end) {
                break;
            }
            at = lineStart ? feed(octets, at) : passed(octets[at], at);
        }
        last = octets[end - 1];
        out.write(octets, start, end - start);
    }

    private static int feed(byte[] octets, int at) throws BareLineEnd {
        if (octets[at] != '\n') {
            throw new BareLineEnd("CR without LF");
        }
        return at + 1;
    }

    private static int passed(byte control, int at) throws BareLineEnd {
        if (control == '\n') {
            throw new BareLineEnd("LF without CR");
        }
        if (control == 0) {
            throw new BareLineEnd("NUL");
        }
        return at + 1;
    }

    /** The next octet that may be CR, LF or NUL. */
    private static int control(byte[] octets, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long found = marks(octets, at);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && (octets[at] < 0 || octets[at] >= BEYOND_CR)) {
            at++;
        }
        return at;
    }

    /** The highest bit of each of eight octets that may be such; exact for the first. */
    private static long marks(byte[] octets, int at) {
        long eight = (long) LONGS.get(octets, at);
        return (eight - BEYOND_CR * ONES) & ~eight & HIGHS;
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
