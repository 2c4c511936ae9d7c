package dev.tegami.internal.mime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Content-Type's value (RFC 2045 section 5.1), read leniently; the parameters are read when one is asked for. */
public final class MediaType {
    private static final byte[] NOTHING = {};
    private static final String[] COMMON = {
        "text",
        "plain",
        "html",
        "multipart",
        "mixed",
        "alternative",
        "related",
        "message",
        "rfc822",
        "image",
        "application"
    };
    private static final MediaType PLAIN = new MediaType("text", "plain", "");

    private final String type;
    private final String subtype;
    private final byte[] data;
    private final int restFrom;
    private final int restTo;
    private @Nullable String rest;
    private @Nullable Map<String, String> parameters;

    private MediaType(String type, String subtype, String rest) {
        this(type, subtype, NOTHING, 0, 0);
        this.rest = rest;
    }

    private MediaType(String type, String subtype, byte[] data, int restFrom, int restTo) {
        this.type = type;
        this.subtype = subtype;
        this.data = data;
        this.restFrom = restFrom;
        this.restTo = restTo;
    }

    /** Reads a field body as it stands in a header. */
    public static MediaType parse(byte[] b, int from, int to) {
        int start = from;
        while (start < to && isBlank(b[start])) {
            start++;
        }
        int slash = endOfWord(b, start, to);
        int end = slash < to && b[slash] == '/' ? endOfWord(b, slash + 1, to) : start;
        int after = end;
        while (after < to && isBlank(b[after])) {
            after++;
        }
        if (slash == start || end <= slash + 1 || (after < to && b[after] != ';')) {
            return parse(Ascii.latin1(b, from, to));
        }
        return new MediaType(word(b, start, slash), word(b, slash + 1, end), b, after, to);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static int endOfWord(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (Ascii.isAlphanumeric(b[at]) || b[at] == '-' || b[at] == '.' || b[at] == '+')) {
            at++;
        }
        return at;
    }

    /** The word in lower case; without a copy for the commonest ones. */
    private static String word(byte[] b, int from, int to) {
        for (String common : COMMON) {
            if (common.length() == to - from && is(b, from, common)) {
                return common;
            }
        }
        return Ascii.lower(Ascii.latin1(b, from, to));
    }

    private static boolean is(byte[] b, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Ascii.lower(b[from + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String rest() {
        String text = rest;
        if (text == null) {
            text = Ascii.latin1(data, restFrom, restTo);
            rest = text;
        }
        return text;
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
        if (Atoms.isToken(type) && Atoms.isToken(subtype)) {
            return new MediaType(type, subtype, rest);
        }
        return withoutSemicolon(type, essence.substring(slash + 1).trim(), rest);
    }

    /** A type that only white space separates from its first parameter, or none. */
    private static MediaType withoutSemicolon(String type, String after, String rest) {
        int blank = 0;
        while (blank < after.length() && after.charAt(blank) > ' ') {
            blank++;
        }
        String subtype = Ascii.lower(after.substring(0, blank));
        return Atoms.isToken(type) && Atoms.isToken(subtype) && after.indexOf('=', blank) > 0
                ? new MediaType(type, subtype, ";" + after.substring(blank) + rest)
                : new MediaType("text", "plain", rest);
    }

    /** A type without a subtype, as old mailers wrote it. */
    private static MediaType bare(String type, String rest) {
        return switch (type) {
            case "text" -> new MediaType("text", "plain", rest);
            case "multipart" -> new MediaType("multipart", "mixed", rest);
            default -> rest.isEmpty() ? PLAIN : new MediaType("text", "plain", rest);
        };
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
            String text = rest();
            read = text.isEmpty() ? Map.of() : ParameterGrammar.parse(text);
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
        String raw = ParameterGrammar.raw(rest(), "boundary");
        return raw == null ? null : raw.stripTrailing();
    }

    /** The charset's name, or null; without reading the other parameters. */
    public @Nullable String charset() {
        return ParameterGrammar.raw(rest(), "charset");
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    boolean isMessage() {
        return type.equals("message")
                && (subtype.equals("rfc822") || subtype.equals("global") || subtype.equals("news"));
    }
}
