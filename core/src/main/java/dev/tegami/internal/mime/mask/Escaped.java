package dev.tegami.internal.mime.mask;

import java.util.Arrays;

/**
 * The octets behind escapes of two hexadecimal digits (quoted-printable, encoded words, parameters), each with the place
 * it came from, so that other octets of the same kind can be put there. What no escape is stays what it is.
 */
final class Escaped {
    private static final String SMALL = "0123456789abcdef";
    private static final String LARGE = "0123456789ABCDEF";

    private final byte[] b;
    private final byte mark;
    private int[] places = new int[64];
    byte[] octets = new byte[64];
    int size;

    private Escaped(byte[] b, char mark) {
        this.b = b;
        this.mark = (byte) mark;
    }

    static Escaped of(byte[] b, int from, int to, char mark) {
        Escaped read = new Escaped(b, mark);
        int at = from;
        while (at < to) {
            if (b[at] == read.mark) {
                at = read.escape(at, to);
            } else {
                read.add(b[at], at++);
            }
        }
        return read;
    }

    private int escape(int at, int to) {
        if (at + 2 < to && Character.digit(b[at + 1], 16) >= 0 && Character.digit(b[at + 2], 16) >= 0) {
            int octet = Character.digit(b[at + 1], 16) << 4 | Character.digit(b[at + 2], 16);
            add((byte) octet, ~at);
            return at + 3;
        }
        int next = at + 1;
        if (mark == '=') {
            while (next < to && (b[next] == ' ' || b[next] == '\t')) {
                next++;
            }
            if (next < to && b[next] == '\r') {
                next++;
            }
            if (next < to && b[next] == '\n') {
                return next + 1; // a soft line break
            }
        }
        // digits that came behind it would make it an escape
        return Math.min(to, at + 3);
    }

    private void add(byte octet, int place) {
        if (size == octets.length) {
            octets = Arrays.copyOf(octets, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        octets[size] = octet;
        places[size++] = place;
    }

    /** Puts the octets, which may have changed, where they came from. */
    void write() {
        for (int i = 0; i < size; i++) {
            int place = places[i];
            if (place >= 0) {
                b[place] = octets[i];
            } else {
                digit(~place + 1, octets[i] >> 4 & 0xF);
                digit(~place + 2, octets[i] & 0xF);
            }
        }
    }

    private void digit(int place, int value) {
        boolean isSmall = b[place] >= 'a' && b[place] <= 'f';
        b[place] = (byte) (isSmall ? SMALL : LARGE).charAt(value);
    }
}
