package dev.tegami.internal.mime;

/** A content transfer encoding as a header names it (RFC 2045 section 6). */
public enum Encoding {
    SEVEN_BIT,
    EIGHT_BIT,
    BINARY,
    QUOTED_PRINTABLE,
    BASE64,
    UUENCODE,
    UNKNOWN;

    /** Reads a field body, which may hold comments and line ends. */
    public static Encoding read(byte[] b, int from, int to) {
        int start = from;
        while (start < to && (b[start] <= ' ' && b[start] >= 0)) {
            start++;
        }
        if (start < to && b[start] == '(') {
            return of(Comments.strip(Ascii.latin1(b, start, to)).trim());
        }
        int end = start;
        while (end < to && b[end] > ' ' && b[end] != '(' && b[end] != ';') {
            end++;
        }
        return of(Ascii.latin1(b, start, end));
    }

    /** The encoding of that name. */
    public static Encoding of(String name) {
        String bare = name.length() > 1 && name.charAt(0) == '"' && name.charAt(name.length() - 1) == '"'
                ? name.substring(1, name.length() - 1)
                : name;
        return switch (Ascii.lower(bare)) {
            case "7bit", "7-bit", "" -> SEVEN_BIT;
            case "8bit", "8-bit" -> EIGHT_BIT;
            case "binary" -> BINARY;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "base64" -> BASE64;
            case "x-uuencode", "uuencode", "x-uue", "uue", "x-uu" -> UUENCODE;
            default -> UNKNOWN;
        };
    }

    /** Whether the octets stand as they are. */
    public boolean isIdentity() {
        return this != QUOTED_PRINTABLE && this != BASE64 && this != UUENCODE;
    }
}
