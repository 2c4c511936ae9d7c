package dev.tegami.internal.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes encoded words (RFC 2047): none longer than 75 characters, none splitting a character. */
final class EncodedWordWriter {
    private static final int LONGEST = 75;

    private EncodedWordWriter() {}

    /** The charset if it can express the text, else UTF-8. */
    static Charset usable(Charset charset, String text) {
        return Charsets.canExpress(charset, text) ? charset : StandardCharsets.UTF_8;
    }

    /** The text as words that belong behind one another, with one blank between; the first fits {@code room} if it can. */
    static List<String> words(Charset charset, String text, int room) {
        String label = charset.name();
        boolean base64 = prefersBase64(charset, text);
        String prefix = "=?" + label.toUpperCase(Locale.ROOT) + (base64 ? "?B?" : "?Q?");
        int space = LONGEST - prefix.length() - 2;
        int first = Math.min(space, room - prefix.length() - 2);
        List<String> words = new ArrayList<>();
        int at = 0;
        int n = text.length();
        while (at < n) {
            int capacity = words.isEmpty() && first >= 16 ? first : space;
            int end = base64 ? base64End(charset, text, at, capacity / 4 * 3) : qEnd(charset, text, at, capacity);
            String piece = text.substring(at, end);
            byte[] b = piece.getBytes(charset);
            words.add(prefix + (base64 ? Base64.getEncoder().encodeToString(b) : q(b)) + "?=");
            at = end;
        }
        return words;
    }

    private static boolean prefersBase64(Charset charset, String text) {
        if (isStateful(charset)) {
            return true;
        }
        byte[] b = text.getBytes(charset);
        int q = 0;
        for (byte octet : b) {
            q += isPlain(octet) || octet == ' ' ? 1 : 3;
        }
        return q > (b.length + 2) / 3 * 4;
    }

    private static boolean isStateful(Charset charset) {
        return charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-windows-5022");
    }

    private static int base64End(Charset charset, String text, int from, int capacity) {
        boolean stateful = isStateful(charset);
        int used = stateful ? 3 : 0;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            used += stateful
                    ? c < 128 ? 4 : c > 0xFF60 && c < 0xFFA0 ? 5 : 2 + 3 * change(text, from, at)
                    : width(charset, c);
            if (used > capacity && at > from) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Whether a shift to the double-octet set is needed before this character. */
    private static int change(String text, int from, int at) {
        return at == from || text.charAt(at - 1) < 128 ? 1 : 0;
    }

    private static int qEnd(Charset charset, String text, int from, int capacity) {
        int used = 0;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += (c < 128 && (isPlain((byte) c) || c == ' ')) ? 1 : 3 * width(charset, c);
            if (used > capacity && at > from) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static int width(Charset charset, int c) {
        if (c < 128) {
            return 1;
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return new String(Character.toChars(c)).getBytes(charset).length;
    }

    /** What may stand for itself even inside a phrase (RFC 2047 section 5 rule 3). */
    private static boolean isPlain(byte c) {
        return Ascii.isAlphanumeric(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
    }

    private static String q(byte[] b) {
        StringBuilder text = new StringBuilder(b.length * 3);
        for (byte c : b) {
            if (isPlain(c)) {
                text.append((char) c);
            } else if (c == ' ') {
                text.append('_');
            } else {
                text.append('=').append((char) Hex.high(c & 0xFF)).append((char) Hex.low(c & 0xFF));
            }
        }
        return text.toString();
    }
}
