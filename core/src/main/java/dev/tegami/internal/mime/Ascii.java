package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;

/** Characters of US-ASCII, without a locale. */
public final class Ascii {
    private Ascii() {}

    public static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    public static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    public static String lower(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                char[] chars = text.toCharArray();
                for (int j = i; j < n; j++) {
                    chars[j] = (char) lower(chars[j]);
                }
                return new String(chars);
            }
        }
        return text;
    }

    public static boolean equalsIgnoreCase(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The octets as Latin-1, which loses nothing. */
    public static String latin1(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The octets of a text that holds US-ASCII only; anything else is refused, never narrowed. */
    public static byte[] octets(String text) {
        if (!isAscii(text)) {
            throw new IllegalArgumentException("not US-ASCII");
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
