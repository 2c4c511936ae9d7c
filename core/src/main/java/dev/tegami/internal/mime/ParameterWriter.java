package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes parameters (RFC 2045), in their extended form where they need it (RFC 2231). */
public final class ParameterWriter {
    private static final int LONGEST = 60;

    private ParameterWriter() {}

    /** The parameter as one token or several, each to be set off by a semicolon. */
    public static List<String> write(String name, String value) {
        if (Atoms.isPrintableAscii(value) && value.length() <= LONGEST && !value.contains("=?")) {
            return List.of(name + "=" + (Atoms.isToken(value) ? value : Atoms.quote(value)));
        }
        return extended(name, value);
    }

    /** The parameter for readers that know no RFC 2231: encoded words in quotes, against the letter of RFC 2047. */
    public static List<String> legacy(String name, String value) {
        List<String> words = EncodedWordWriter.words(StandardCharsets.UTF_8, value, 60);
        return List.of(name + "=\"" + String.join(" ", words) + "\"");
    }

    private static List<String> extended(String name, String value) {
        byte[] b = value.getBytes(StandardCharsets.UTF_8);
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder("UTF-8''");
        for (byte octet : b) {
            boolean startsCharacter = (octet & 0xC0) != 0x80;
            if (startsCharacter && piece.length() > LONGEST - 12) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (isPlain(octet)) {
                piece.append((char) octet);
            } else {
                piece.append('%').append((char) Hex.high(octet & 0xFF)).append((char) Hex.low(octet & 0xFF));
            }
        }
        pieces.add(piece.toString());
        if (pieces.size() == 1) {
            return List.of(name + "*=" + pieces.get(0));
        }
        List<String> named = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            named.add(name + "*" + i + "*=" + pieces.get(i));
        }
        return named;
    }

    private static boolean isPlain(byte c) {
        return Ascii.isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '+';
    }
}
