package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decodes quoted-printable (RFC 2045 section 6.7); what is no valid escape stays as it is. */
final class QuotedPrintableDecoder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long EQUALS = '=' * ONES;
    private static final long LINE_FEEDS = '\n' * ONES;

    private QuotedPrintableDecoder() {}

    /** Decodes a whole array. */
    static ArrayOctets decode(byte[] b, int from, int to) {
        byte[] out = new byte[to - from];
        int n = decode(b, from, to, out);
        return new ArrayOctets(out, 0, n);
    }

    /** Decodes whole lines into {@code out}, which must have room for as many octets; returns how many it gave. */
    static int decode(byte[] b, int from, int to, byte[] out) {
        int at = from;
        int n = 0;
        while (true) {
            int start = at;
            at = copyPlain(b, at, to, out, n);
            n += at - start;
            if (at == to) {
                return n;
            }
            byte c = b[at++];
            if (c == '\n') {
                n = endLine(b, from, at, out, n);
                continue;
            }
            int octet = at + 1 < to ? Hex.pair(b[at], b[at + 1]) : -1;
            if (octet >= 0) {
                out[n++] = (byte) octet;
                at += 2;
                continue;
            }
            int next = softBreak(b, at, to);
            if (next < 0) {
                out[n++] = c;
            } else {
                at = next;
            }
        }
    }

    /** Copies up to the next equals sign or line feed, eight octets at a time where there are as many. */
    private static int copyPlain(byte[] b, int from, int to, byte[] out, int size) {
        int at = from;
        int n = size;
        while (at + Long.BYTES <= to) {
            long octets = (long) LONGS.get(b, at);
            LONGS.set(out, n, octets);
            long found = zeros(octets ^ EQUALS) | zeros(octets ^ LINE_FEEDS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
            n += Long.BYTES;
        }
        while (at < to && b[at] != '=' && b[at] != '\n') {
            out[n++] = b[at++];
        }
        return at;
    }

    /** Marks the lowest octet that is zero, and possibly some above it. */
    private static long zeros(long octets) {
        return (octets - ONES) & ~octets & (ONES << 7);
    }

    /** Writes a line end; white space that stood unencoded before it goes. */
    private static int endLine(byte[] b, int from, int afterLineFeed, byte[] out, int size) {
        int before = afterLineFeed - 2;
        boolean crlf = before >= from && b[before] == '\r';
        int n = size;
        if (crlf ? before > from && isBlank(b[before - 1]) : before >= from && isBlank(b[before])) {
            n = trimmed(size, b, afterLineFeed, from);
            if (crlf) {
                out[n++] = '\r';
            }
        }
        out[n++] = '\n';
        return n;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** The place after a soft line break's line end, or -1 if the equals sign is none. */
    private static int softBreak(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        if (at == to) {
            return to;
        }
        if (b[at] == '\r') {
            at++;
        }
        if (at == to) {
            return to;
        }
        return b[at] == '\n' ? at + 1 : -1;
    }

    /** Takes back white space that stood unencoded before the line end; an encoded blank stays. */
    private static int trimmed(int size, byte[] b, int afterLineFeed, int from) {
        int at = afterLineFeed - 2;
        int n = size;
        if (at >= from && b[at] == '\r') {
            at--;
            n--;
        }
        while (at >= from && n > 0 && (b[at] == ' ' || b[at] == '\t')) {
            at--;
            n--;
        }
        return n;
    }
}
