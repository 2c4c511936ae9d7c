package dev.tegami.mime;

import dev.tegami.internal.mime.Encoding;
import java.util.Optional;

/** A content transfer encoding (RFC 2045 section 6). */
public enum TransferEncoding {
    /** US-ASCII in lines of at most 998 octets. */
    SEVEN_BIT("7bit", Encoding.SEVEN_BIT),
    /** Any octets but NUL in lines of at most 998. */
    EIGHT_BIT("8bit", Encoding.EIGHT_BIT),
    /** Any octets, without lines. */
    BINARY("binary", Encoding.BINARY),
    /** Text that stays mostly readable. */
    QUOTED_PRINTABLE("quoted-printable", Encoding.QUOTED_PRINTABLE),
    /** Four characters for three octets. */
    BASE64("base64", Encoding.BASE64),
    /** Uuencode, an encoding of no RFC that old mail names; new mail has no use for it. */
    UUENCODE("x-uuencode", Encoding.UUENCODE);

    private final String label;
    private final Encoding encoding;

    TransferEncoding(String label, Encoding encoding) {
        this.label = label;
        this.encoding = encoding;
    }

    /**
     * Gives the name in a header.
     *
     * @return the name in lower case, such as {@code base64}
     */
    public String label() {
        return label;
    }

    /**
     * Tells whether the octets stand as they are.
     *
     * @return true for 7bit, 8bit and binary
     */
    public boolean isIdentity() {
        return encoding.isIdentity();
    }

    /**
     * Finds the encoding of that name.
     *
     * @param name a name in any case
     * @return the encoding, or empty if nobody defined it
     */
    public static Optional<TransferEncoding> of(String name) {
        Encoding found = Encoding.of(name.trim());
        return found == Encoding.UNKNOWN ? Optional.empty() : Optional.of(of(found));
    }

    /** An unknown encoding counts as binary: its octets are given as they stand. */
    static TransferEncoding of(Encoding encoding) {
        return switch (encoding) {
            case SEVEN_BIT -> SEVEN_BIT;
            case EIGHT_BIT -> EIGHT_BIT;
            case QUOTED_PRINTABLE -> QUOTED_PRINTABLE;
            case BASE64 -> BASE64;
            case UUENCODE -> UUENCODE;
            default -> BINARY;
        };
    }

    Encoding encoding() {
        return encoding;
    }

    /** Whether octets that need this transport may be sent over the other. */
    boolean fits(TransferEncoding transport) {
        return compareTo(transport) <= 0;
    }
}
