package dev.tegami.imap.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Folder names on the wire (RFC 3501 §5.1.3). */
public final class ModifiedUtf7 {
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private ModifiedUtf7() {}

    public static String encode(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        int i = 0;
        while (i < name.length()) {
            char c = name.charAt(i);
            if (c == '&') {
                out.append("&-");
                i++;
            } else if (isPrintable(c)) {
                out.append(c);
                i++;
            } else {
                int from = i;
                while (i < name.length() && !isPrintable(name.charAt(i))) {
                    i++;
                }
                byte[] units = name.substring(from, i).getBytes(StandardCharsets.UTF_16BE);
                out.append('&')
                        .append(ENCODER.encodeToString(units).replace('/', ','))
                        .append('-');
            }
        }
        return out.toString();
    }

    /** Decodes; a name that is not proper modified UTF-7 comes back as it is, and goes out again as it came. */
    public static String decode(String wire) {
        if (wire.indexOf('&') < 0) {
            return wire;
        }
        StringBuilder out = new StringBuilder(wire.length());
        int i = 0;
        while (i < wire.length()) {
            char c = wire.charAt(i);
            int end = c == '&' ? wire.indexOf('-', i) : i;
            if (end < 0) {
                return wire;
            }
            if (c != '&') {
                out.append(c);
            } else if (end == i + 1) {
                out.append('&');
            } else if (!shifted(wire.substring(i + 1, end), out)) {
                return wire;
            }
            i = end + 1;
        }
        return encode(out.toString()).equals(wire) ? out.toString() : wire;
    }

    private static boolean shifted(String base64, StringBuilder out) {
        if (base64.indexOf('=') >= 0) { // never padded; and the JDK's decoder may write past its target on odd padding
            return false;
        }
        try {
            byte[] units = DECODER.decode(base64.replace(',', '/'));
            out.append(new String(units, StandardCharsets.UTF_16BE));
            return units.length % 2 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~';
    }
}
