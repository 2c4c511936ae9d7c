package dev.tegami.internal.mime;

import java.util.Locale;

/** Characters as {@code \x{HEX}} inside the addresses of reports (RFC 6533 section 3). */
public final class EmbeddedUnicode {
    private static final int MOST_DIGITS = 6;

    private EmbeddedUnicode() {}

    /** The text with what may not stand plainly as escapes; printable US-ASCII for any text. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c > ' ' && c < 127 && c != '\\' && c != '+' && c != '=') {
                out.append((char) c);
            } else {
                String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                out.append("\\x{")
                        .append(hex.length() < 2 ? "0" : "")
                        .append(hex)
                        .append('}');
            }
        });
        return out.toString();
    }

    /** The text with its escapes as characters; what is no escape stays. */
    public static String decode(String text) {
        int at = text.indexOf("\\x{");
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int end = at + 3;
            int code = 0;
            while (end < text.length() && end < at + 3 + MOST_DIGITS && Hex.digit(text.charAt(end)) >= 0) {
                code = code * 16 + Hex.digit(text.charAt(end));
                end++;
            }
            boolean closed = end > at + 3 && end < text.length() && text.charAt(end) == '}';
            if (closed && Character.isValidCodePoint(code) && (code < 0xD800 || code >= 0xE000)) {
                out.append(text, copied, at).appendCodePoint(code);
                copied = end + 1;
            }
            at = text.indexOf("\\x{", end);
        }
        return out.append(text, copied, text.length()).toString();
    }
}
