package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import dev.tegami.internal.mime.ContentDisposition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a part wants to be shown (RFC 2183). Immutable.
 *
 * <pre>{@code
 * Disposition attached = Disposition.attachment().with("filename", "議事録.pdf");
 * }</pre>
 */
public final class Disposition {
    private static final Disposition INLINE = new Disposition("inline", Map.of());
    private static final Disposition ATTACHMENT = new Disposition("attachment", Map.of());

    private final String type;
    private final Map<String, String> parameters;

    private Disposition(String type, Map<String, String> parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    /**
     * Gives the disposition of what is shown with the message.
     *
     * @return {@code inline}
     */
    public static Disposition inline() {
        return INLINE;
    }

    /**
     * Gives the disposition of what is saved on request.
     *
     * @return {@code attachment}
     */
    public static Disposition attachment() {
        return ATTACHMENT;
    }

    static Disposition received(String latin1) {
        ContentDisposition read = ContentDisposition.parse(latin1);
        return new Disposition(read.type(), read.parameters());
    }

    /**
     * Gives the type.
     *
     * @return such as {@code attachment}, in lower case
     */
    public String type() {
        return type;
    }

    /**
     * Tells whether the part is to be shown with the message.
     *
     * @return true for {@code inline}
     */
    public boolean isInline() {
        return type.equals("inline");
    }

    /**
     * Tells whether the part is an attachment; unknown types count as such (RFC 2183 section 2.8).
     *
     * @return true for everything but {@code inline}
     */
    public boolean isAttachment() {
        return !isInline();
    }

    /**
     * Finds a parameter, decoded (RFC 2231).
     *
     * @param name its name in any case
     * @return its value
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(Ascii.lower(name)));
    }

    /**
     * Lists the parameters, decoded.
     *
     * @return names in lower case and values, in their order
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * Gives the file name as it was sent. It is the sender's choice of words, and no path to write to.
     *
     * @return the file name
     */
    public Optional<String> fileName() {
        return parameter("filename");
    }

    /**
     * Sets a parameter.
     *
     * @param name its name
     * @param value its value
     * @return a disposition with it
     * @throws MimeException if the name is no token, or the value holds CR, LF, NUL or half a surrogate pair
     */
    public Disposition with(String name, String value) {
        return new Disposition(type, Parameters.with(parameters, name, value));
    }

    Field field() {
        return Parameters.field("Content-Disposition", Atoms.isToken(type) ? type : "attachment", parameters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Disposition disposition
                && disposition.type.equals(type)
                && disposition.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, parameters);
    }

    @Override
    public String toString() {
        return field().unfolded();
    }
}
