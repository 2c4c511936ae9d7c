package dev.tegami.internal.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Puts the sections of one extended parameter together (RFC 2231 sections 3 and 4). */
final class Rfc2231 {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private boolean first = true;
    private boolean anyExtended;
    private @Nullable Charset charset;

    /** Decodes a value that stands alone. */
    static String decode(String value) {
        Rfc2231 decoder = new Rfc2231();
        decoder.add(value, true);
        return decoder.text();
    }

    void add(String value, boolean extended) {
        int from = 0;
        if (extended) {
            anyExtended = true;
            if (first) {
                from = charsetAndLanguage(value);
            }
        }
        first = false;
        int n = value.length();
        for (int i = from; i < n; i++) {
            char c = value.charAt(i);
            if (extended && c == '%' && Hex.pair(value, i + 1) >= 0) {
                octets.write(Hex.pair(value, i + 1));
                i += 2;
            } else {
                octets.write(c);
            }
        }
    }

    private int charsetAndLanguage(String value) {
        int quote = value.indexOf('\'');
        int second = quote < 0 ? -1 : value.indexOf('\'', quote + 1);
        if (second < 0) {
            return 0;
        }
        charset = Charsets.find(value.substring(0, quote));
        return second + 1;
    }

    String text() {
        byte[] b = octets.toByteArray();
        if (!anyExtended) {
            return EncodedWords.decode(Ascii.latin1(b, 0, b.length));
        }
        Charset known = charset;
        return known == null ? Charsets.guess(b, 0, b.length) : Charsets.decode(known, b, 0, b.length);
    }
}
