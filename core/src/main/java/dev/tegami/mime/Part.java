package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import jakarta.activation.DataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header and a body: a message's root, or one part of a multipart. Immutable, safe to share, and compared by
 * identity.
 *
 * <pre>{@code
 * for (Part part : message.attachments()) {
 *     System.out.println(part.fileName().orElse("unnamed") + ": " + part.contentType());
 * }
 * }</pre>
 */
public final class Part {
    private static final ArrayOctets CRLF = ArrayOctets.of("\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Header header;
    private final Body body;
    private final ContentType type;
    private final @Nullable Octets raw;
    private final @Nullable Octets separator;
    private final long bodyStart;
    private final @Nullable Inside inside;

    /** A part as it was received: {@code raw} holds the header, the separator and the body. */
    Part(Header header, Body body, ContentType type, Octets raw, long bodyStart) {
        this.header = header;
        this.body = body;
        this.type = type;
        this.raw = raw;
        this.separator = null;
        this.bodyStart = bodyStart;
        this.inside = null;
    }

    private Part(Header header, Body body, ContentType type, Octets separator, @Nullable Inside inside) {
        this.header = header;
        this.body = body;
        this.type = type;
        this.raw = null;
        this.separator = separator;
        this.bodyStart = -1;
        this.inside = inside;
    }

    /**
     * Makes a part. Fields that say what the body is ({@code Content-Type}, {@code Content-Transfer-Encoding}) are
     * added where the header lacks them; a multipart or message names the widest encoding inside (RFC 2045 section 6.4).
     *
     * @param header its header
     * @param body its body
     * @return the part
     * @throws MimeException if the header contradicts the body: another boundary, another transfer encoding, or one
     *     that is narrower than what a multipart or message holds
     */
    public static Part of(Header header, Body body) {
        BodyFields fields = new BodyFields(body);
        Header complete = fields.complete(header);
        return new Part(complete, body, PartHeader.contentType(complete), CRLF, fields.known());
    }

    /**
     * Gives the header.
     *
     * @return the header
     */
    public Header header() {
        return header;
    }

    /**
     * Gives the body.
     *
     * @return the body
     */
    public Body body() {
        return body;
    }

    /**
     * Gives the type the header states.
     *
     * @return the type; {@link ContentType#PLAIN} if the header states none
     */
    public ContentType contentType() {
        return type;
    }

    /**
     * Tells how the part wants to be shown.
     *
     * @return the disposition; empty if the header states none
     */
    public Optional<Disposition> disposition() {
        return header.first("Content-Disposition").map(field -> Disposition.received(field.unfolded()));
    }

    /**
     * Gives the file name as it was sent: the disposition's, or else the content type's {@code name}. It is the
     * sender's choice of words, and no path to write to.
     *
     * @return the file name
     */
    public Optional<String> fileName() {
        return disposition().flatMap(Disposition::fileName).or(() -> type.parameter("name"));
    }

    /**
     * Gives the content id without its angle brackets.
     *
     * @return the id, as a {@code cid:} URL names it
     */
    public Optional<String> contentId() {
        return header.first("Content-ID")
                .map(Field::value)
                .map(PartHeader::bare)
                .filter(id -> !id.isEmpty());
    }

    /**
     * Gives the content, if that is what the body is.
     *
     * @return the body as content
     */
    public Optional<Content> content() {
        return body instanceof Content content ? Optional.of(content) : Optional.empty();
    }

    /**
     * Gives the decoded content to code that wants a data source.
     *
     * @return a data source for reading; empty if the body is no content
     */
    public Optional<DataSource> dataSource() {
        return content().map(content -> new PartDataSource(this, content));
    }

    /**
     * Gives the parts inside.
     *
     * @return the parts of a multipart; none for any other body
     */
    public List<Part> parts() {
        return body instanceof Parts parts ? parts.parts() : List.of();
    }

    /**
     * Gives header, empty line and body exactly as they were received or will be written. The line end before the next
     * delimiter belongs to the delimiter (RFC 2046 section 5.1.1).
     *
     * @return the octets
     */
    public Source raw() {
        return OctetSource.of(octets());
    }

    /**
     * Gives the body exactly as it was received or will be written.
     *
     * @return the encoded octets
     */
    public Source rawBody() {
        return raw == null ? body.encoded() : OctetSource.of(raw.slice(bodyStart, raw.size()));
    }

    /**
     * Changes the header; the body keeps its octets.
     *
     * @param changed the new header
     * @return a new part
     * @throws MimeException if the header contradicts the body
     */
    public Part with(Header changed) {
        BodyFields fields = new BodyFields(body, inside);
        Header complete = raw == null ? fields.refilled(changed, header) : fields.checked(changed, header);
        return new Part(complete, body, PartHeader.contentType(complete), between(), fields.known());
    }

    /**
     * Changes the body; the header keeps its octets, but for the fields that say what the body is.
     *
     * @param changed the new body
     * @return a new part
     */
    public Part with(Body changed) {
        BodyFields fields = new BodyFields(changed);
        Header fitting = fields.fitting(header, body);
        return new Part(fitting, changed, PartHeader.contentType(fitting), between(), fields.known());
    }

    private Octets between() {
        Octets known = separator();
        return known.size() == 0 ? CRLF : known;
    }

    /** What stands between the header and the body: an empty line, or nothing where it was missing. */
    Octets separator() {
        if (separator != null) {
            return separator;
        }
        return raw == null ? CRLF : raw.slice(header.length(), bodyStart);
    }

    /** What stands inside a multipart or message, if that is known without a look at all of it. */
    @Nullable
    Inside inside() {
        return inside;
    }

    Octets octets() {
        if (raw != null) {
            return raw;
        }
        List<Octets> pieces = new ArrayList<>(4);
        byte[] lines = header.octets();
        pieces.add(ArrayOctets.of(lines));
        if (lines.length > 0 && lines[lines.length - 1] != '\n') {
            pieces.add(CRLF);
        }
        pieces.add(separator());
        pieces.add(OctetSource.octets(body.encoded()));
        return new JoinedOctets(pieces);
    }
}
