package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.mask.MessageMask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/**
 * Takes out of a message what it says, for a bug report: words, names, addresses, domains and ids become others of the
 * same length, each the same wherever it occurs, and files and pictures are blanked. Every octet keeps its place: the
 * tree, the boundaries, encodings, line ends and defects stay as they are, and the findings have the same kinds and
 * offsets; only where the fields that describe a body are damaged in several ways at once may the copy be read a little
 * differently. The words of the formats themselves stay: names of known fields, media types, charsets, dates, elements of
 * HTML, and boundaries. Immutable; what was masked cannot be found without the key, which is random and never shown.
 *
 * <pre>{@code
 * Files.write(report, message.with(Anonymiser.random()).toBytes());
 * }</pre>
 */
public final class Anonymiser implements UnaryOperator<Message> {
    private static final int KEY = 32;

    private final byte[] key;

    private Anonymiser(byte[] key) {
        this.key = key;
    }

    /**
     * Makes an anonymiser with a key of its own. It masks a word alike in all messages it is applied to.
     *
     * @return the anonymiser
     */
    public static Anonymiser random() {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return new Anonymiser(key);
    }

    /**
     * Masks a message, which has to be held in memory.
     *
     * @param message the message
     * @return a message of the same length and shape
     * @throws dev.tegami.LimitExceeded if it is longer than the {@link Limits#memory} it was read with
     * @throws UncheckedIOException if a source cannot be read
     */
    @Override
    public Message apply(Message message) {
        ParseOptions options = message.options();
        try {
            ArrayOctets octets = Bounded.read(
                    message.root().octets(), message.size(), options.limits().memory());
            byte[] masked =
                    MessageMask.mask(octets.toBytes(), key, options.limits().scan());
            return TreeBuilder.parse(ArrayOctets.of(masked), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
