package dev.tegami.internal.mime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Content-Type's value (RFC 2045 section 5.1), read leniently; the parameters are read when one is asked for. */
public final class MediaType {
    private static final MediaType PLAIN = new MediaType("text", "plain", "");

    private final String type;
    private final String subtype;
    private final String rest;
    private @Nullable Map<String, String> parameters;

    private MediaType(String type, String subtype, String rest) {
        this.type = type;
        this.subtype = subtype;
        this.rest = rest;
    }

    /** Reads a field body as it stands in a header. */
    public static MediaType parse(byte[] b, int from, int to) {
        return parse(Ascii.latin1(b, from, to));
    }

    /** Reads a field body whose octets are given as Latin-1 characters. */
    public static MediaType parse(String value) {
        int semicolon = Comments.indexOf(value, ';', 0);
        String essence = (semicolon < 0 ? value : value.substring(0, semicolon)).trim();
        if (essence.indexOf('(') >= 0) {
            essence = Comments.strip(essence).trim();
        }
        String rest = semicolon < 0 ? "" : value.substring(semicolon);
        int slash = essence.indexOf('/');
        if (slash < 0) {
            return bare(Ascii.lower(essence), rest);
        }
        String type = Ascii.lower(essence.substring(0, slash).trim());
        String subtype = Ascii.lower(essence.substring(slash + 1).trim());
        return type.isEmpty() || subtype.isEmpty() || !isToken(type) || !isToken(subtype)
                ? new MediaType("text", "plain", rest)
                : new MediaType(type, subtype, rest);
    }

    /** A type without a subtype, as old mailers wrote it. */
    private static MediaType bare(String type, String rest) {
        return switch (type) {
            case "text" -> new MediaType("text", "plain", rest);
            case "multipart" -> new MediaType("multipart", "mixed", rest);
            default -> rest.isEmpty() ? PLAIN : new MediaType("text", "plain", rest);
        };
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "()<>@,;:\\\"/[]?=".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    public String type() {
        return type;
    }

    public String subtype() {
        return subtype;
    }

    /** All parameters, decoded; names in lower case, in the order of the header. */
    public Map<String, String> parameters() {
        Map<String, String> read = parameters;
        if (read == null) {
            read = rest.isEmpty() ? Map.of() : ParameterGrammar.parse(rest);
            parameters = read;
        }
        return read;
    }

    public @Nullable String parameter(String name) {
        return parameters().get(name);
    }

    /** The boundary with its octets as Latin-1 characters, or null. */
    @Nullable
    String boundary() {
        String raw = ParameterGrammar.raw(rest, "boundary");
        return raw == null ? null : raw.stripTrailing();
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    boolean isMessage() {
        return type.equals("message")
                && (subtype.equals("rfc822") || subtype.equals("global") || subtype.equals("news"));
    }
}
