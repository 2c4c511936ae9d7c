package dev.tegami.mime;

/**
 * Something in a message that is not as the RFCs want it. The message was read all the same.
 *
 * @param kind what it is
 * @param offset where it is, in octets from the start of the message; -1 where no single place is to blame
 * @param detail a sentence for people, without line ends
 */
public record Finding(Kind kind, long offset, String detail) {
    /** The kinds of findings. */
    public enum Kind {
        /** A line in a header that is no field. */
        JUNK_IN_HEADER,
        /** An mbox separator line at the start of the message. */
        MBOX_LINE,
        /** The header is not ended by an empty line. */
        MISSING_BLANK_LINE,
        /** A multipart without a boundary parameter; it is read as content. */
        MISSING_BOUNDARY,
        /** A multipart whose boundary occurs nowhere in it. */
        MISSING_DELIMITER,
        /** A multipart that is not closed. */
        MISSING_CLOSE_DELIMITER,
        /** A multipart that claims base64 or quoted-printable (RFC 2045 section 6.4 forbids it). */
        ENCODED_MULTIPART,
        /** A transfer encoding nobody defined; the octets are given as they stand. */
        UNKNOWN_ENCODING,
        /** A charset this Java knows nothing of. */
        UNKNOWN_CHARSET,
        /** Base64 with foreign octets, data behind its padding, or a length that is none. */
        DAMAGED_BASE64,
        /** Quoted-printable with an equals sign that starts no escape, or with octets that had to be escaped. */
        DAMAGED_QUOTED_PRINTABLE,
        /** Uuencode with lines that are none, without its first or without its last line. */
        DAMAGED_UUENCODE,
        /** yEnc whose size or checksum is not what its last line says, or that has no last line. */
        DAMAGED_YENC,
        /** TNEF that is cut off, has wrong checksums, or holds what is no attribute or property. */
        DAMAGED_TNEF,
        /** Compressed RTF that is cut off, of an unknown kind, or has a wrong checksum. */
        DAMAGED_RTF,
        /** NUL octets outside of binary content. */
        NUL,
        /** CR without LF outside of binary content; it ends no line. */
        BARE_CR,
        /** LF without CR outside of binary content, in a message that has CRLF as well; it ends lines. */
        BARE_LF,
        /**
         * Every line ends with LF alone: so messages lie in a Maildir or an mbox, and {@link
         * ParseOptions.Conformance#STRICT} takes them.
         */
        LF_LINES,
        /** A date that cannot be read. */
        BAD_DATE,
        /** An address that lacks a local part or a domain, or that no comma separates from the one before it. */
        BAD_ADDRESS,
        /** {@link Limits#headerBytes} was reached; the rest of the header counts as body. */
        HEADER_BYTES_LIMIT,
        /** {@link Limits#headerFields} was reached; the rest of the header is kept but not split into fields. */
        HEADER_FIELDS_LIMIT,
        /** {@link Limits#nesting} was reached; what lies deeper is content. */
        NESTING_LIMIT,
        /** {@link Limits#decoded} was reached; an encoded message is content. */
        DECODED_LIMIT,
        /** {@link Limits#parts} was reached; what follows is kept but not looked into. */
        PARTS_LIMIT,
        /** A report lacks its part for programs (RFC 6522). */
        MISSING_REPORT_PART,
        /** A report lacks a field that its kind demands. */
        MISSING_REPORT_FIELD,
        /** A field of a report that cannot be read. */
        BAD_REPORT_FIELD
    }
}
