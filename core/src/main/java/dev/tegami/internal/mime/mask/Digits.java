package dev.tegami.internal.mime.mask;

import java.util.Arrays;

/** The octets behind digits of base64, wherever these stand among other octets, to be put back in their places. */
final class Digits {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < 64; i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private final byte[] b;
    private final int[] places;
    private final int count;
    /** Whether padding stands behind all digits; others would start anew behind it. */
    final boolean isWhole;

    byte[] octets;

    private Digits(byte[] b, int[] places, int count, boolean isWhole) {
        this.b = b;
        this.places = places;
        this.count = count;
        this.isWhole = isWhole;
        this.octets = new byte[(int) (count * 6L / 8)];
        for (int i = 0; i < octets.length; i++) {
            int bit = i % 3 * 8;
            int digit = i / 3 * 4 + bit / 6;
            int two = value(digit) << 6 | value(digit + 1);
            octets[i] = (byte) (two >> (4 - bit % 6));
        }
    }

    static Digits of(byte[] b, int from, int to) {
        int[] places = new int[to - from];
        int count = 0;
        boolean isWhole = true;
        boolean isPadded = false;
        for (int i = from; i < to; i++) {
            boolean isDigit = isDigit(b[i]);
            isPadded |= b[i] == '=';
            isWhole &= !isDigit || !isPadded;
            if (isDigit) {
                places[count++] = i;
            }
        }
        return new Digits(b, places, count, isWhole);
    }

    private static boolean isDigit(byte c) {
        return c >= 0 && VALUES[c] >= 0;
    }

    private int value(int digit) {
        return digit < count ? VALUES[b[places[digit]]] : 0;
    }

    /** Puts the octets, which may have changed, where they came from; bits that are left over become zero. */
    void write() {
        for (int digit = 0; digit < count; digit++) {
            int bit = digit % 4 * 6;
            int octet = digit / 4 * 3 + bit / 8;
            int two = octet(octet) << 8 | octet(octet + 1);
            b[places[digit]] = (byte) ALPHABET.charAt((two >> (10 - bit % 8)) & 0x3F);
        }
    }

    private int octet(int at) {
        return at < octets.length ? octets[at] & 0xFF : 0;
    }

    /** Makes all octets zero. */
    void blank() {
        for (int i = 0; i < count; i++) {
            b[places[i]] = 'A';
        }
    }
}
