package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Boundaries (RFC 2046 section 5.1.1). */
public final class Boundary {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private Boundary() {}

    /** A boundary nobody can guess, so that no content can hold it by intent; "=_" keeps it out of encoded text. */
    public static String random() {
        return "=_" + letters(30);
    }

    /** Letters and digits, five bits of chance each. */
    public static String letters(int count) {
        byte[] chance = new byte[count];
        RANDOM.nextBytes(chance);
        for (int i = 0; i < count; i++) {
            chance[i] = (byte) LETTERS.charAt(chance[i] & 31);
        }
        return new String(chance, StandardCharsets.ISO_8859_1);
    }

    /** Whether a line begins as a delimiter of that boundary does, so that a reader would end a part there. */
    public static boolean isIn(InputStream octets, String boundary) throws IOException {
        byte[] line = ("\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] piece = new byte[16 * 1024];
        int matched = 1; // the beginning is the beginning of a line
        for (int n = octets.read(piece); n >= 0; n = octets.read(piece)) {
            for (int i = 0; i < n; i++) {
                byte octet = piece[i];
                if (octet == line[matched]) {
                    matched++;
                    if (matched == line.length) {
                        return true;
                    }
                } else {
                    matched = octet == '\n' ? 1 : 0;
                }
            }
        }
        return false;
    }

    public static boolean isValid(String boundary) {
        int n = boundary.length();
        for (int i = 0; i < n; i++) {
            char c = boundary.charAt(i);
            boolean good = Ascii.isAlphanumeric(c) || "'()+_,-./:=? ".indexOf(c) >= 0;
            if (!good) {
                return false;
            }
        }
        return n > 0 && n <= 70 && boundary.charAt(n - 1) != ' ';
    }
}
