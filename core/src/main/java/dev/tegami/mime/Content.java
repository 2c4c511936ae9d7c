package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.Decoded;
import dev.tegami.internal.mime.Encoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body without parts: octets behind a transfer encoding. Nothing is decoded before it is asked for.
 *
 * <pre>{@code
 * if (part.body() instanceof Content) {
 *     ((Content) part.body()).decoded().writeTo(out);
 * }
 * }</pre>
 */
public final class Content implements Body {
    private final Octets encoded;
    private final @Nullable Octets plain;
    private final ContentType type;
    private final TransferEncoding encoding;
    private final ParseOptions options;

    Content(Octets encoded, @Nullable Octets plain, ContentType type, TransferEncoding encoding, ParseOptions options) {
        this.encoded = encoded;
        this.plain = plain;
        this.type = type;
        this.encoding = encoding;
        this.options = options;
    }

    /**
     * Makes a body that is encoded whenever it is written.
     *
     * @param decoded the octets before encoding; text has CRLF line ends
     * @param type what they are
     * @param encoding how to write them
     * @return the body
     */
    public static Content of(Source decoded, ContentType type, TransferEncoding encoding) {
        Octets octets = OctetSource.octets(decoded);
        return new Content(Encoded.of(octets, encoding.encoding()), octets, type, encoding, ParseOptions.OWN);
    }

    /**
     * Makes a body from octets that are encoded already and are written as they stand.
     *
     * @param encoded the octets after encoding
     * @param type what they are
     * @param encoding how they are encoded
     * @return the body
     */
    public static Content preEncoded(Source encoded, ContentType type, TransferEncoding encoding) {
        return new Content(OctetSource.octets(encoded), null, type, encoding, ParseOptions.OWN);
    }

    @Override
    public Source encoded() {
        return OctetSource.of(encoded);
    }

    /**
     * Gives the octets behind the transfer encoding. Damage is stepped over; text keeps its line ends.
     *
     * @return the decoded octets
     */
    public Source decoded() {
        return OctetSource.of(plain());
    }

    ParseOptions options() {
        return options;
    }

    Octets plain() {
        return plain == null ? Decoded.of(encoded, encoding.encoding()) : plain;
    }

    /**
     * Gives the decoded octets in an array of their own.
     *
     * @return a copy
     * @throws dev.tegami.LimitExceeded if it would be longer than the {@link Limits#memory} the message was read with
     * @throws java.io.UncheckedIOException if the source cannot be read
     * @throws SourceChanged if the source is not what it was
     */
    public byte[] bytes() {
        Octets octets = plain();
        ArrayOctets read = read(octets, options.limits().memory());
        boolean shared = octets instanceof ArrayOctets || read.size() != read.array().length;
        return shared ? read.toBytes() : read.array();
    }

    /**
     * Decodes the text: transfer encoding, then the charset of the content type. Without a charset, or with one this
     * Java does not know, {@link ParseOptions#charsets} chooses.
     *
     * @return the text with its line ends as they are
     * @throws dev.tegami.LimitExceeded if its octets would be more than the {@link Limits#memory} the message was read
     *     with
     * @throws java.io.UncheckedIOException if the source cannot be read
     * @throws SourceChanged if the source is not what it was
     */
    public String text() {
        return text(options.limits().memory());
    }

    String text(int limit) {
        ArrayOctets octets = read(plain(), limit);
        byte[] b = octets.array();
        Charset charset = charset().orElse(StandardCharsets.US_ASCII);
        if (!charset.equals(StandardCharsets.US_ASCII)) {
            return Charsets.decode(charset, b, octets.from(), octets.to());
        }
        return options.charsets() == Guesses.WESTERN ? Charsets.guess(b, octets.from(), octets.to()) : guessed(octets);
    }

    private String guessed(ArrayOctets octets) {
        int to = (int) Math.min(octets.to(), (long) octets.from() + CharsetGuess.SAMPLE);
        Charset chosen = options.charsets().guess(Arrays.copyOfRange(octets.array(), octets.from(), to));
        return Charsets.decode(chosen, octets.array(), octets.from(), octets.to());
    }

    private ArrayOctets read(Octets octets, int limit) {
        try {
            // lines of uuencode may stand for more octets than they have
            return Bounded.read(octets, encoding == TransferEncoding.UUENCODE ? -1 : encoded.size(), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds the charset that the content type names.
     *
     * @return the charset; empty if none is named or this Java does not know it
     */
    public Optional<Charset> charset() {
        String name = type.charsetName();
        return Optional.ofNullable(name == null ? null : Charsets.find(name));
    }

    /**
     * Gives the type of the content.
     *
     * @return its type
     */
    public ContentType contentType() {
        return type;
    }

    /**
     * Gives the transfer encoding. One that nobody defined counts as binary and is a finding.
     *
     * @return the encoding
     */
    public TransferEncoding encoding() {
        return encoding;
    }
}
