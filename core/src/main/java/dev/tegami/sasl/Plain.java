package dev.tegami.sasl;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts fit to travel in one line: no CR, LF or NUL, and no half characters. */
final class Plain {
    private Plain() {}

    static String checked(String what, String text) {
        check(what, CharBuffer.wrap(text));
        return text;
    }

    private static void check(String what, CharBuffer text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("a " + what + " cannot hold CR, LF or NUL");
            }
        }
        try {
            StandardCharsets.UTF_8.newEncoder().encode(text.duplicate());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a " + what + " cannot hold an unpaired surrogate", e);
        }
    }
}
