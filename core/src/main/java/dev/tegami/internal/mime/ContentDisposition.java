package dev.tegami.internal.mime;

import java.util.Map;

/** A Content-Disposition's value (RFC 2183), read leniently. */
public record ContentDisposition(String type, Map<String, String> parameters) {
    /** Reads a field body whose octets are given as Latin-1 characters. */
    public static ContentDisposition parse(String value) {
        int semicolon = Comments.indexOf(value, ';', 0);
        String type = (semicolon < 0 ? value : value.substring(0, semicolon)).trim();
        if (type.indexOf('(') >= 0) {
            type = Comments.strip(type).trim();
        }
        int equals = type.indexOf('=');
        if (equals >= 0) {
            return new ContentDisposition("attachment", ParameterGrammar.parse(value));
        }
        if (type.length() > 1 && type.charAt(0) == '"') {
            type = Comments.unquote(type, 0, type.length()).trim();
        }
        return new ContentDisposition(
                type.isEmpty() ? "attachment" : Ascii.lower(type),
                semicolon < 0 ? Map.of() : ParameterGrammar.parse(value.substring(semicolon)));
    }
}
