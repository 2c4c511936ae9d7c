package dev.tegami.benchmarks.smime;

import java.util.Arrays;
import java.util.Base64;

/** Base64 in lines the way in which the JDK is fastest at it: without lines, which are put in and taken out by copying. */
final class Base64Pass {
    private static final int LINES = 128;
    private static final int OCTETS = 57;
    private static final int LETTERS = 76;

    private Base64Pass() {}

    /** Encodes into lines with CRLF. */
    static int encode(byte[] from, byte[] to) {
        byte[] letters = new byte[LINES * LETTERS];
        int made = 0;
        for (int at = 0; at < from.length; at += LINES * OCTETS) {
            byte[] piece = Arrays.copyOfRange(from, at, Math.min(from.length, at + LINES * OCTETS));
            int count = Base64.getEncoder().encode(piece, letters);
            for (int line = 0; line < count; line += LETTERS) {
                int length = Math.min(LETTERS, count - line);
                System.arraycopy(letters, line, to, made, length);
                made += length;
                if (made < to.length) {
                    to[made++] = '\r';
                    to[made++] = '\n';
                }
            }
        }
        return made;
    }

    /** Decodes lines of 76 letters. */
    static int decode(byte[] from, byte[] to) {
        byte[] letters = new byte[LINES * LETTERS];
        byte[] piece = new byte[LINES * OCTETS + 64];
        int made = 0;
        int held = 0;
        for (int at = 0; at < from.length; at += LETTERS + 2) {
            int length = Math.min(LETTERS, from.length - at);
            System.arraycopy(from, at, letters, held, length);
            held += length;
            if (held == letters.length || at + LETTERS + 2 >= from.length) {
                byte[] exact = held == letters.length ? letters : Arrays.copyOf(letters, held);
                int count = Base64.getDecoder().decode(exact, piece);
                System.arraycopy(piece, 0, to, made, count);
                made += count;
                held = 0;
            }
        }
        return made;
    }
}
