package dev.tegami.internal.mime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8; text of Latin-1 alone, which most of it is, goes the short way. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Decodes; damaged sequences become U+FFFD. */
    static String decode(byte[] b, int from, int to) {
        byte[] latin = new byte[to - from];
        int at = from;
        int n = 0;
        while (at < to) {
            byte c = b[at];
            if (c >= 0) {
                int start = at;
                at = ascii(b, at, to, latin, n);
                n += at - start;
            } else if ((c & 0xFE) == 0xC2 && at + 1 < to && (b[at + 1] & 0xC0) == 0x80) {
                latin[n++] = (byte) ((c << 6) | (b[at + 1] & 0x3F));
                at += 2;
            } else {
                return new String(b, from, to - from, StandardCharsets.UTF_8);
            }
        }
        return new String(latin, 0, n, StandardCharsets.ISO_8859_1);
    }

    private static int ascii(byte[] b, int from, int to, byte[] out, int size) {
        int at = from;
        int n = size;
        while (at + Long.BYTES <= to) {
            long octets = (long) LONGS.get(b, at);
            LONGS.set(out, n, octets);
            long high = octets & HIGH_BITS;
            if (high != 0) {
                return at + (Long.numberOfTrailingZeros(high) >>> 3);
            }
            at += Long.BYTES;
            n += Long.BYTES;
        }
        while (at < to && b[at] >= 0) {
            out[n++] = b[at++];
        }
        return at;
    }
}
