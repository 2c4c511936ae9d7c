package dev.tegami.mime;

import dev.tegami.internal.mime.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Chooses the charset of text that names none, or one this Java does not know. Thread-safe and total: it gives some
 * charset for any octets.
 *
 * <pre>{@code
 * ParseOptions options = ParseOptions.lenient().charsets(CharsetGuess.detect());
 * }</pre>
 */
@FunctionalInterface
public interface CharsetGuess {
    /** How many octets of a text are shown to {@link #guess} at most: the first 64 KiB. */
    int SAMPLE = 1 << 16;

    /**
     * Chooses.
     *
     * @param octets the start of the text, at most {@link #SAMPLE} octets, which may end inside a character
     * @return a charset to decode all of it
     */
    Charset guess(byte[] octets);

    /**
     * Takes UTF-8 where the octets are, and Windows-1252 where they are not: the default.
     *
     * @return the guess
     */
    static CharsetGuess western() {
        return Guesses.WESTERN;
    }

    /**
     * Takes UTF-8 where the octets are, and another charset where they are not: for people whose old mail has one.
     *
     * @param charset the other charset
     * @return the guess
     */
    static CharsetGuess otherwise(Charset charset) {
        return octets -> CharsetDetector.isUtf8(octets) ? StandardCharsets.UTF_8 : charset;
    }

    /**
     * Weighs what the octets could be: Unicode with a byte order mark, UTF-8, ISO-2022, the multi-byte charsets of
     * Japan, China, Taiwan and Korea, Cyrillic and Western ones. A guess all the same: short texts can be taken wrongly.
     *
     * @return the guess
     */
    static CharsetGuess detect() {
        return Guesses.DETECT;
    }
}
