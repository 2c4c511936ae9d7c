package dev.tegami.mime;

import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.MediaType;

/** Reads and writes the fields of a header that say what the body is. */
final class PartHeader {
    static final String TYPE = "Content-Type";
    static final String ENCODING = "Content-Transfer-Encoding";

    private PartHeader() {}

    static ContentType contentType(Header header) {
        Field field = header.find(TYPE);
        return field == null ? ContentType.PLAIN : new ContentType(MediaType.parse(field.unfolded()));
    }

    static TransferEncoding encoding(Header header) {
        Field field = header.find(ENCODING);
        return field == null
                ? TransferEncoding.SEVEN_BIT
                : TransferEncoding.of(Encoding.of(field.value().trim()));
    }

    /** States a transfer encoding; the default by no field. */
    static Header encoded(Header header, TransferEncoding encoding) {
        return encoding == TransferEncoding.SEVEN_BIT
                ? header.without(ENCODING)
                : header.with(Field.structured(ENCODING, encoding.label()));
    }

    /** Whether the transfer encoding stated is one that nobody defined. */
    static boolean statesUnknown(Header header) {
        Field field = header.find(ENCODING);
        return field != null && Encoding.of(field.value().trim()) == Encoding.UNKNOWN;
    }

    /** An id without its angle brackets. */
    static String bare(String id) {
        String trimmed = id.trim();
        int open = trimmed.indexOf('<');
        int close = trimmed.indexOf('>', open + 1);
        return open >= 0 && close > open ? trimmed.substring(open + 1, close).trim() : trimmed;
    }
}
