package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes encoded words (RFC 2047), also where the wild puts them: inside quotes, glued to other text, with blanks in
 * them, or with one character split over two words of the same charset.
 */
public final class EncodedWords {
    private final String text;
    private final StringBuilder out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable Charset charset;

    private EncodedWords(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** Decodes a text whose octets are given as Latin-1 characters; octets outside of encoded words are UTF-8 or guessed. */
    public static String decode(String text) {
        if (text.indexOf("=?") < 0) {
            return raw(text);
        }
        return new EncodedWords(text).decode();
    }

    /** The characters of raw octets that were read as Latin-1. */
    static String raw(String latin1) {
        if (Ascii.isAscii(latin1)) {
            return latin1;
        }
        byte[] b = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.guess(b, 0, b.length);
    }

    private String decode() {
        int plainFrom = 0;
        int at = text.indexOf("=?");
        while (at >= 0) {
            int charsetEnd = charsetEnd(at + 2);
            int end = charsetEnd < 0 ? -1 : text.indexOf("?=", charsetEnd + 3);
            if (charsetEnd >= 0 && end < 0) {
                break;
            }
            Charset found = end < 0 ? null : Charsets.find(name(at + 2, charsetEnd));
            if (found == null) {
                at = text.indexOf("=?", at + 2);
                continue;
            }
            plain(plainFrom, at);
            word(found, charsetEnd, end);
            plainFrom = end + 2;
            at = text.indexOf("=?", plainFrom);
        }
        plain(plainFrom, text.length());
        flush();
        return out.toString();
    }

    /** The question mark after the charset if "?B?" or "?Q?" follows, or -1. */
    private int charsetEnd(int from) {
        int stop = Math.min(text.length() - 2, from + 80);
        for (int i = from; i < stop; i++) {
            char c = text.charAt(i);
            if (c == '?') {
                int encoding = text.charAt(i + 1) | 0x20;
                return i > from && (encoding == 'b' || encoding == 'q') && text.charAt(i + 2) == '?' ? i : -1;
            }
            if (c <= ' ' || c == '=') {
                return -1;
            }
        }
        return -1;
    }

    private String name(int from, int to) {
        String whole = text.substring(from, to);
        int star = whole.indexOf('*');
        return star > 0 ? whole.substring(0, star) : whole;
    }

    private void word(Charset found, int charsetEnd, int end) {
        if (charset != null && !charset.equals(found)) {
            flush();
        }
        charset = found;
        int from = charsetEnd + 3;
        if ((text.charAt(charsetEnd + 1) | 0x20) == 'b') {
            byte[] b = text.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
            ArrayOctets decoded = Base64Decoder.decode(b, 0, b.length);
            pending.write(decoded.array(), decoded.from(), decoded.to());
        } else {
            q(from, end);
        }
    }

    private void q(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            int octet = c == '=' && i + 2 < end ? Hex.pair(text, i + 1) : -1;
            if (octet >= 0) {
                pending.write(octet);
                i += 2;
            } else {
                pending.write(c == '_' ? ' ' : c);
            }
        }
    }

    /** Takes the text between two words; white space alone between two of them means nothing. */
    private void plain(int from, int to) {
        if (charset != null && isBlank(from, to) && to < text.length()) {
            return;
        }
        flush();
        if (from < to) {
            out.append(raw(text.substring(from, to)));
        }
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        Charset known = charset;
        if (known != null) {
            byte[] b = pending.toByteArray();
            out.append(Charsets.decode(known, b, 0, b.length));
            pending.reset();
            charset = null;
        }
    }
}
