package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 (RFC 2045 section 6.8) block by block. Line ends are taken out by copying whole lines, then the JDK's
 * decoder does the work; a block it refuses goes through a loop that steps over everything foreign.
 */
final class Base64Decoder {
    /** A multiple of four and of the usual line. */
    static final int BLOCK = 76 * 4 * 54;

    /**
     * Room behind the block. The AVX-512 decoder of JDK 17 writes up to 63 octets past its target when padding ends a
     * text whose length is no multiple of four; such texts never reach it, and this room is the second guard.
     */
    private static final int SLACK = 64;

    private static final byte[] SEXTETS = new byte[256];

    static {
        Arrays.fill(SEXTETS, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            SEXTETS[alphabet.charAt(i)] = (byte) i;
        }
    }

    private final byte[] stripped;
    final byte[] block;
    private int fill;
    private int lineLength = 76;
    private int bits;
    private int sextets;
    private boolean damaged;

    Base64Decoder(int expected) {
        int size = Math.min(BLOCK, Math.max(4, expected + 3 & ~3));
        stripped = new byte[size];
        block = new byte[size / 4 * 3 + SLACK];
    }

    /** Decodes a whole array; regular lines give an array of exactly the right size. */
    static ArrayOctets decode(byte[] b, int from, int to) {
        Base64Decoder decoder = new Base64Decoder(to - from);
        byte[] out = new byte[likely(b, from, to)];
        int size = 0;
        int at = from;
        while (at < to) {
            at = decoder.strip(b, at, to);
            int n = decoder.decode(at == to);
            if (size + n > out.length) {
                out = Arrays.copyOf(out, most(to - from));
            }
            System.arraycopy(decoder.block, 0, out, size, n);
            size += n;
        }
        return new ArrayOctets(out, 0, size);
    }

    private static int most(int encoded) {
        return (int) (encoded * 3L / 4) + 3;
    }

    /** How much lines like the first one will give. A guess: never more than {@link #most}, perhaps too little. */
    private static int likely(byte[] b, int from, int to) {
        int end = to;
        while (end > from && b[end - 1] <= ' ' && b[end - 1] >= 0) {
            end--;
        }
        while (end > from && b[end - 1] == '=') {
            end--;
        }
        int line = from;
        while (line < end && b[line] != '\n') {
            line++;
        }
        int lineEnd = line > from && b[line - 1] == '\r' ? 2 : 1;
        int length = line + 1 - from;
        int letters = line == end ? end - from : end - from - (end - from) / length * lineEnd;
        return (int) (letters * 3L / 4);
    }

    /** Whether anything besides clean base64 was met so far. */
    boolean isDamaged() {
        return damaged;
    }

    /** Whether {@link #decode} should be called before more is stripped. */
    boolean isFull() {
        return fill == stripped.length;
    }

    /** Takes in octets without their white space until the block is full; returns the place it came to. */
    int strip(byte[] b, int from, int to) {
        int at = from;
        byte[] target = stripped;
        while (at < to && fill < target.length) {
            at = wholeLines(b, at, to);
            if (at < to && fill < target.length) {
                at = oneLine(b, at, to);
            }
        }
        return at;
    }

    /** Copies lines for as long as they are like the one before. */
    private int wholeLines(byte[] b, int from, int to) {
        byte[] target = stripped;
        int length = lineLength;
        int at = from;
        int used = fill;
        int lastStart = to - length - 2;
        int lastRoom = target.length - length;
        while (at <= lastStart && used <= lastRoom) {
            int end = at + length;
            byte c = b[end];
            if (c == '\r' && b[end + 1] == '\n') {
                end += 2;
            } else if (c == '\n') {
                end++;
            } else {
                break;
            }
            System.arraycopy(b, at, target, used, length);
            used += length;
            at = end;
        }
        fill = used;
        return at;
    }

    private int oneLine(byte[] b, int from, int to) {
        byte[] target = stripped;
        int start = fill;
        int at = from;
        while (at < to && fill < target.length) {
            byte c = b[at++];
            if (c > ' ' || c < 0) {
                target[fill++] = c;
            } else if (c == '\n') {
                int length = fill - start;
                lineLength = length > 0 ? length : lineLength;
                return at;
            }
        }
        return at;
    }

    /** Decodes what was taken in to {@link #block} and returns how much that is. */
    int decode(boolean last) {
        int n = fill;
        fill = 0;
        if (sextets == 0 && n > 0 && (n & 3) == 0) {
            byte[] exact = n == stripped.length ? stripped : Arrays.copyOf(stripped, n);
            if (looksClean(exact)) {
                try {
                    return Base64.getDecoder().decode(exact, block);
                } catch (IllegalArgumentException e) {
                    damaged = true;
                }
            }
        }
        return leniently(n, last);
    }

    /** A cheap look that spares the exception for the commonest damage. */
    private static boolean looksClean(byte[] b) {
        return SEXTETS[b[0] & 0xFF] >= 0;
    }

    private int leniently(int n, boolean last) {
        int out = 0;
        for (int i = 0; i < n; i++) {
            byte c = stripped[i];
            int value = SEXTETS[c & 0xFF];
            if (value >= 0) {
                bits = bits << 6 | value;
                if (++sextets == 4) {
                    block[out++] = (byte) (bits >> 16);
                    block[out++] = (byte) (bits >> 8);
                    block[out++] = (byte) bits;
                    sextets = 0;
                    bits = 0;
                }
            } else if (c == '=') {
                out = quantum(out);
            } else {
                damaged = true;
            }
        }
        return last ? quantum(out) : out;
    }

    /** Ends a quantum early, at padding or at the end. */
    private int quantum(int at) {
        int out = at;
        if (sextets == 2) {
            block[out++] = (byte) (bits >> 4);
        } else if (sextets == 3) {
            block[out++] = (byte) (bits >> 10);
            block[out++] = (byte) (bits >> 2);
        } else if (sextets == 1) {
            damaged = true;
        }
        sextets = 0;
        bits = 0;
        return out;
    }
}
