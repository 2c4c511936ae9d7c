package dev.tegami.smtp.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The escapes of parameter values: xtext (RFC 3461 §4) and its form for UTF-8 (RFC 6533 §3). */
public final class Xtext {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Xtext() {}

    /** Writes US-ASCII as xtext. What is beyond becomes the escapes of its UTF-8 octets. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet)) {
                out.append((char) octet);
            } else {
                out.append('+').append(HEX.toHexDigits(octet));
            }
        }
        return out.toString();
    }

    /** Writes an international address as utf-8-addr-unitext, for connections with SMTPUTF8. */
    public static String unitext(String address) {
        StringBuilder out = new StringBuilder();
        address.codePoints().forEach(c -> {
            if (c > 0x7E || (isPlain((byte) c) && c != '\\')) {
                out.appendCodePoint(c);
            } else {
                out.append("\\x{").append(HEX.toHexDigits((byte) c)).append('}');
            }
        });
        return out.toString();
    }

    private static boolean isPlain(byte octet) {
        return octet > ' ' && octet < 0x7F && octet != '+' && octet != '=';
    }
}
