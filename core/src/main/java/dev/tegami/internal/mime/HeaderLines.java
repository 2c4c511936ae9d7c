package dev.tegami.internal.mime;

import java.io.IOException;
import java.util.Arrays;

/** Finds the fields of one header in the window: a loop over lines that knows names and colons, and no grammar. */
public final class HeaderLines {
    private static final byte[] CONTENT_TYPE = ascii("content-type");
    private static final byte[] CONTENT_TRANSFER_ENCODING = ascii("content-transfer-encoding");

    byte[] data = new byte[0];
    int from;
    int length;
    int[] index = new int[0];
    int typeField = -1;
    int encodingField = -1;

    private final Window window;
    private final Delimiters delimiters;
    private final ScanLimits limits;
    private final Damage.Sink sink;
    private int[] slots = new int[96];
    private int used;

    HeaderLines(Window window, Delimiters delimiters, ScanLimits limits, Damage.Sink sink) {
        this.window = window;
        this.delimiters = delimiters;
        this.limits = limits;
        this.sink = sink;
    }

    /** Reads the header that starts at {@code start} and tells where the body starts. */
    int read(int start) throws IOException {
        used = 0;
        typeField = -1;
        encodingField = -1;
        int stop = (int) Math.min(Integer.MAX_VALUE, (long) start + limits.headerBytes());
        int at = start;
        while (true) {
            if (at >= stop && window.has(at)) {
                damage(Damage.HEADER_BYTES_LIMIT, at, "header cut at " + limits.headerBytes() + " octets");
                return finish(start, at, at);
            }
            if (!window.has(at)) {
                return finish(start, at, at);
            }
            byte first = window.buf[at];
            if (first == '\n') {
                return finish(start, at, at + 1);
            }
            if (first == '\r' && window.has(at + 1) && window.buf[at + 1] == '\n') {
                return finish(start, at, at + 2);
            }
            int end = window.lineEnd(at, stop);
            if ((first == ' ' || first == '\t') && used > 0) {
                slots[used - 1] = end - start;
            } else if (!field(start, at, end, stop)) {
                return finish(start, at, at);
            }
            at = end;
        }
    }

    /** Takes the line as a field; false if the header ends before it. */
    private boolean field(int start, int at, int end, int stop) throws IOException {
        byte[] b = window.buf;
        if (b[at] == '-' && end - at > 2 && b[at + 1] == '-' && delimiters.match(b, at, end) >= 0) {
            damage(Damage.MISSING_BLANK_LINE, at, "a delimiter ends the header");
            return false;
        }
        int colon = colon(b, at, end);
        if (colon < 0) {
            if (!isJunk(start, at, end, stop)) {
                damage(Damage.MISSING_BLANK_LINE, at, "the header ends with a line that is no field");
                return false;
            }
        } else {
            if (used / 3 < limits.headerFields()) {
                notice(at, colon);
            }
        }
        add(at - start, colon < 0 ? -1 : colon - start, end - start, start);
        return true;
    }

    private boolean isJunk(int start, int at, int end, int stop) throws IOException {
        if (at == start && isMboxLine(at, end)) {
            damage(Damage.MBOX_LINE, at, "an mbox separator line starts the header");
            return true;
        }
        if (!window.has(end)) {
            return false;
        }
        int next = window.lineEnd(end, stop);
        byte[] b = window.buf;
        boolean continues = colon(b, end, next) >= 0;
        if (continues) {
            damage(Damage.JUNK_IN_HEADER, at, "a line that is no field");
        }
        return continues;
    }

    private boolean isMboxLine(int at, int end) {
        byte[] b = window.buf;
        int from = b[at] == '>' ? at + 1 : at;
        return end - from > 5
                && b[from] == 'F'
                && b[from + 1] == 'r'
                && b[from + 2] == 'o'
                && b[from + 3] == 'm'
                && b[from + 4] == ' ';
    }

    /** The colon after a field name (RFC 5322 section 2.2; white space before it is the obsolete form), or -1. */
    public static int colon(byte[] b, int from, int end) {
        int at = from;
        while (at < end && b[at] > ' ' && b[at] != ':' && b[at] != 127) {
            at++;
        }
        int nameEnd = at;
        while (at < end && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        return nameEnd > from && at < end && b[at] == ':' ? at : -1;
    }

    private void notice(int at, int colon) {
        byte[] b = window.buf;
        if ((b[at] | 0x20) != 'c') {
            return;
        }
        if (typeField < 0 && isName(b, at, colon, CONTENT_TYPE)) {
            typeField = used;
        } else if (encodingField < 0 && isName(b, at, colon, CONTENT_TRANSFER_ENCODING)) {
            encodingField = used;
        }
    }

    private void add(int at, int colon, int end, int start) {
        if (used / 3 >= limits.headerFields()) {
            if (slots[used - 2] >= 0) {
                damage(
                        Damage.HEADER_FIELDS_LIMIT,
                        at + start,
                        "only " + limits.headerFields() + " fields are kept apart");
            }
            slots[used - 2] = -1;
            slots[used - 1] = end;
            typeField = typeField == used - 3 ? -1 : typeField;
            encodingField = encodingField == used - 3 ? -1 : encodingField;
            return;
        }
        if (used == slots.length) {
            slots = Arrays.copyOf(slots, used * 2);
        }
        slots[used++] = at;
        slots[used++] = colon;
        slots[used++] = end;
    }

    private int finish(int start, int end, int body) {
        index = Arrays.copyOf(slots, used);
        length = end - start;
        if (window.isStream) {
            data = Arrays.copyOfRange(window.buf, start, end);
            from = 0;
        } else {
            data = window.buf;
            from = start;
        }
        return body;
    }

    private void damage(Damage damage, int at, String detail) {
        sink.found(damage, window.base + at, detail);
    }

    /** Compares the field name, without regard to case, with a lower-case one. */
    static boolean isName(byte[] b, int from, int colon, byte[] lowerCase) {
        int n = lowerCase.length;
        if (colon - from < n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (Ascii.lower(b[from + i]) != lowerCase[i]) {
                return false;
            }
        }
        for (int i = from + n; i < colon; i++) {
            if (b[i] != ' ' && b[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
