package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import dev.tegami.internal.mime.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a body (RFC 2045 section 5). Immutable. Type, subtype and parameter names are in lower case.
 *
 * <pre>{@code
 * ContentType csv = ContentType.of("text", "csv").with("charset", "utf-8");
 * }</pre>
 */
public final class ContentType {
    /** What a part is that says nothing: {@code text/plain; charset=us-ascii}. */
    public static final ContentType PLAIN = new ContentType("text", "plain", Map.of());

    /** Octets of which nothing is known. */
    public static final ContentType OCTETS = new ContentType("application", "octet-stream", Map.of());

    private final String type;
    private final String subtype;
    private final @Nullable MediaType read;
    private final @Nullable Map<String, String> given;

    private ContentType(String type, String subtype, Map<String, String> parameters) {
        this.type = type;
        this.subtype = subtype;
        this.given = parameters;
        this.read = null;
    }

    ContentType(MediaType read) {
        this.type = read.type();
        this.subtype = read.subtype();
        this.given = null;
        this.read = read;
    }

    /**
     * Makes a type without parameters.
     *
     * @param type the top-level type, such as {@code text}
     * @param subtype the subtype, such as {@code plain}
     * @return the type
     * @throws MimeException if one of them is no token
     */
    public static ContentType of(String type, String subtype) {
        if (!Atoms.isToken(type) || !Atoms.isToken(subtype)) {
            throw new MimeException("not a media type: \"" + type + "/" + subtype + "\"", "write it like text/plain");
        }
        return new ContentType(Ascii.lower(type), Ascii.lower(subtype), Map.of());
    }

    /**
     * Reads a type as it is written in a header; total: what cannot be read is {@code text/plain} (RFC 2045 section
     * 5.2).
     *
     * @param value such as {@code text/html; charset=utf-8}
     * @return the type
     */
    public static ContentType parse(String value) {
        return new ContentType(
                MediaType.parse(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    /**
     * Gives the top-level type.
     *
     * @return such as {@code text}
     */
    public String type() {
        return type;
    }

    /**
     * Gives the subtype.
     *
     * @return such as {@code plain}
     */
    public String subtype() {
        return subtype;
    }

    /**
     * Compares type and subtype.
     *
     * @param wanted such as {@code text/html}, in lower case
     * @return whether this is it
     */
    public boolean is(String wanted) {
        int slash = wanted.indexOf('/');
        return slash == type.length()
                && wanted.length() == slash + 1 + subtype.length()
                && wanted.startsWith(type)
                && wanted.endsWith(subtype);
    }

    /**
     * Finds a parameter, decoded (RFC 2231).
     *
     * @param name its name in any case
     * @return its value
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(Ascii.lower(name)));
    }

    /**
     * Lists the parameters, decoded.
     *
     * @return names in lower case and values, in their order
     */
    public Map<String, String> parameters() {
        if (read != null) {
            return read.parameters();
        }
        return given == null ? Map.of() : given;
    }

    /**
     * Sets a parameter.
     *
     * @param name its name
     * @param value its value
     * @return a type with it
     * @throws MimeException if the name is no token, or the value holds CR, LF, NUL or half a surrogate pair
     */
    public ContentType with(String name, String value) {
        return new ContentType(type, subtype, Parameters.with(parameters(), name, value));
    }

    /**
     * Removes a parameter.
     *
     * @param name its name in any case
     * @return a type without it
     */
    public ContentType without(String name) {
        Map<String, String> left = new LinkedHashMap<>(parameters());
        left.remove(Ascii.lower(name));
        return new ContentType(type, subtype, left);
    }

    @Nullable
    String charsetName() {
        return read == null ? parameters().get("charset") : read.charset();
    }

    Field field() {
        return Parameters.field("Content-Type", type + "/" + subtype, parameters());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentType contentType
                && contentType.type.equals(type)
                && contentType.subtype.equals(subtype)
                && contentType.parameters().equals(parameters());
    }

    @Override
    public int hashCode() {
        return type.hashCode() * 31 + subtype.hashCode();
    }

    @Override
    public String toString() {
        return field().unfolded().trim();
    }
}
