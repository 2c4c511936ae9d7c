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

    Content(Octets encoded, @Nullable Octets plain, ContentType type, TransferEncoding encoding) {
        this.encoded = encoded;
        this.plain = plain;
        this.type = type;
        this.encoding = encoding;
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
        return new Content(Encoded.of(octets, encoding.encoding()), octets, type, encoding);
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
        return new Content(OctetSource.octets(encoded), null, type, encoding);
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

    Octets plain() {
        return plain == null ? Decoded.of(encoded, encoding.encoding()) : plain;
    }

    /**
     * Gives the decoded octets in an array of their own.
     *
     * @return a copy
     * @throws java.io.UncheckedIOException if the source cannot be read
     * @throws SourceChanged if the source is not what it was
     */
    public byte[] bytes() {
        return OctetSource.bytes(plain());
    }

    /**
     * Decodes the text: transfer encoding, then the charset of the content type. Without a charset, or with one this
     * Java does not know, octets are taken as UTF-8, or as Windows-1252 where they are not.
     *
     * @return the text with its line ends as they are
     * @throws java.io.UncheckedIOException if the source cannot be read
     * @throws SourceChanged if the source is not what it was
     */
    public String text() {
        ArrayOctets octets = inMemory();
        Charset charset = charset().orElse(StandardCharsets.US_ASCII);
        return charset.equals(StandardCharsets.US_ASCII)
                ? Charsets.guess(octets.array(), octets.from(), octets.to())
                : Charsets.decode(charset, octets.array(), octets.from(), octets.to());
    }

    private ArrayOctets inMemory() {
        try {
            return plain().inMemory();
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
