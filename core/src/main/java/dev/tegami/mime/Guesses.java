package dev.tegami.mime;

import dev.tegami.internal.mime.CharsetDetector;
import dev.tegami.internal.mime.Charsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The guesses that have one value each. */
final class Guesses {
    static final CharsetGuess WESTERN = Guesses::western;

    static final CharsetGuess DETECT = CharsetDetector::detect;

    private Guesses() {}

    private static Charset western(byte[] octets) {
        Charset other = Charsets.find("windows-1252");
        return other == null || CharsetDetector.isUtf8(octets) ? StandardCharsets.UTF_8 : other;
    }
}
