package dev.tegami.internal.mime.mask;

import dev.tegami.internal.mime.Ascii;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Replaces words by others of the same length and case. The same word becomes the same other one as long as the key is
 * the same; every letter and digit changes.
 */
final class WordMask {
    private static final int ESCAPE = 0x1B;

    private final byte[] key;
    private final MessageDigest sha;

    WordMask(byte[] key) {
        this.key = key.clone();
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void mask(byte[] b, int from, int to) {
        mask(b, from, to, Set.of());
    }

    /** Leaves the words that are in a set, in lower case. */
    void mask(byte[] b, int from, int to, Set<String> kept) {
        int at = from;
        while (at < to) {
            if (b[at] == ESCAPE) {
                at = afterEscape(b, at, to);
                continue;
            }
            int end = at;
            while (end < to && isWord(b[end])) {
                end++;
            }
            if (end > at) {
                word(b, at, end, kept);
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Behind what switches charsets (ISO 2022). */
    private static int afterEscape(byte[] b, int at, int to) {
        int end = at + 1;
        while (end < to && b[end] >= ' ' && b[end] < '0') {
            end++;
        }
        return Math.min(to, end + 1);
    }

    static boolean isWord(byte c) {
        return c < 0 || Ascii.isAlphanumeric(c);
    }

    private void word(byte[] b, int from, int to, Set<String> kept) {
        String word = Ascii.lower(Ascii.latin1(b, from, to));
        if (kept.contains(word) || (kept.contains("0") && isNumber(word))) {
            return;
        }
        sha.update(key);
        for (int i = 0; i < word.length(); i++) {
            sha.update((byte) word.charAt(i));
        }
        byte[] chance = sha.digest();
        for (int i = from; i < to; i++) {
            int step = chance[(i - from) % chance.length] & 0xFF;
            b[i] = isFirstContinuation(b, i, from) ? b[i] : other(b[i], step);
        }
    }

    /** A number is left where {@code "0"} is among the words to leave. */
    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether what UTF-8 allows here depends on the octet before, which stays. */
    private static boolean isFirstContinuation(byte[] b, int at, int from) {
        int before = at > from ? b[at - 1] & 0xFF : 0;
        return (b[at] & 0xC0) == 0x80 && (before == 0xE0 || before == 0xED || before == 0xF0 || before == 0xF4);
    }

    private static byte other(byte c, int step) {
        if (c >= 'a' && c <= 'z') {
            return (byte) ('a' + (c - 'a' + 1 + step % 25) % 26);
        }
        if (c >= 'A' && c <= 'Z') {
            return (byte) ('A' + (c - 'A' + 1 + step % 25) % 26);
        }
        if (c >= '0' && c <= '9') {
            return (byte) ('0' + (c - '0' + 1 + step % 9) % 10);
        }
        // an octet that starts a character of UTF-8 says how long it is
        return (c & 0xC0) == 0x80 ? (byte) (0x80 | (((c & 0x3F) + 1 + step % 63) & 0x3F)) : lead(c, step);
    }

    /** In charsets of one octet these are letters; in UTF-8 the first octet of two stays among those. */
    private static byte lead(byte c, int step) {
        int octet = c & 0xFF;
        return octet >= 0xC2 && octet <= 0xDF ? (byte) (0xC2 + (octet - 0xC2 + 1 + step % 29) % 30) : c;
    }

    /** Leaves nothing but lengths and classes. */
    static void blank(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c < 0) {
                b[i] = (byte) 0xBF;
            } else if (c >= 'A' && c <= 'Z') {
                b[i] = 'X';
            } else if (Ascii.isAlphanumeric(c)) {
                b[i] = (byte) (c <= '9' ? '0' : 'x');
            }
        }
    }
}
