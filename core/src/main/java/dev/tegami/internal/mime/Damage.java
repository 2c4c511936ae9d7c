package dev.tegami.internal.mime;

/** What the scanner can meet besides well-formed input; the public findings carry the same names. */
public enum Damage {
    JUNK_IN_HEADER,
    MBOX_LINE,
    MISSING_BLANK_LINE,
    MISSING_BOUNDARY,
    MISSING_DELIMITER,
    MISSING_CLOSE_DELIMITER,
    ENCODED_MULTIPART,
    UNKNOWN_ENCODING,
    DAMAGED_BASE64,
    DAMAGED_QUOTED_PRINTABLE,
    DAMAGED_UUENCODE,
    DAMAGED_YENC,
    DAMAGED_TNEF,
    DAMAGED_RTF,
    NUL,
    BARE_CR,
    BARE_LF,
    LF_LINES,
    HEADER_BYTES_LIMIT,
    HEADER_FIELDS_LIMIT,
    NESTING_LIMIT,
    DECODED_LIMIT,
    PARTS_LIMIT;

    /** Hears of damage as it is met. */
    @FunctionalInterface
    public interface Sink {
        void found(Damage damage, long offset, String detail);
    }
}
