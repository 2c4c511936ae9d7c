package dev.tegami.internal.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoded octets in addresses (RFC 3986 section 2.1), of UTF-8. */
public final class PercentCode {
    private PercentCode() {}

    /** Decodes once; a percent sign without two digits stands for itself. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
        for (int i = 0; i < b.length; i++) {
            int octet = b[i] == '%' && i + 2 < b.length ? Hex.pair(b[i + 1], b[i + 2]) : -1;
            if (octet < 0) {
                out.write(b[i]);
            } else {
                out.write(octet);
                i += 2;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
