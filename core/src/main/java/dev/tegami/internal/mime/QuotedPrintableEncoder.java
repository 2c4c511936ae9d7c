package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes quoted-printable (RFC 2045 section 6.7) in lines of at most 76 characters. As text, CRLF stays a line end; a
 * CR or LF that stands alone is encoded. White space before a line end, a line's only dot and a leading "From " are
 * encoded too, so that no transport changes them.
 */
final class QuotedPrintableEncoder {
    private static final int MAX = 75;

    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = 33; c < 127; c++) {
            PLAIN[c] = c != '=';
        }
    }

    private final OutputStream out;
    private final byte[] line = new byte[160];
    private final byte[] block = new byte[8192];
    private int used;
    private int length;
    /** An octet kept back until the next one shows whether a line ends here; -1 for none. */
    private int held = -1;
    /** A blank before a held CR; -1 for none. */
    private int pendingBlank = -1;

    QuotedPrintableEncoder(OutputStream out) {
        this.out = out;
    }

    static void encode(Octets octets, OutputStream out) throws IOException {
        QuotedPrintableEncoder encoder = new QuotedPrintableEncoder(out);
        byte[] buf = new byte[8192];
        try (InputStream in = octets.open()) {
            int n;
            while ((n = in.read(buf)) >= 0) {
                encoder.write(buf, n);
            }
        }
        encoder.finish();
    }

    /** Takes in the next octets. */
    void write(byte[] b, int n) throws IOException {
        int at = 0;
        while (at < n) {
            at = run(b, at, n);
            if (at < n) {
                take(b[at++] & 0xFF);
            }
        }
    }

    /** Copies what stands for itself up to the line's edge; returns the place that needs a closer look. */
    private int run(byte[] b, int from, int to) {
        if (held >= 0 || pendingBlank >= 0 || (length == 0 && b[from] == '.')) {
            return from;
        }
        int stop = Math.min(to, from + MAX - length);
        int fourth = from + 4 - length;
        int at = from;
        while (at < stop) {
            byte c = b[at];
            if (!PLAIN[c & 0xFF] && !(c == ' ' && at != fourth && at + 1 < to && PLAIN[b[at + 1] & 0xFF])) {
                break;
            }
            at++;
        }
        System.arraycopy(b, from, line, length, at - from);
        length += at - from;
        return at;
    }

    private void take(int octet) throws IOException {
        int before = held;
        held = -1;
        if (before == '\r') {
            if (octet == '\n') {
                endLine();
                return;
            }
            escape(before);
        } else if (before >= 0) {
            if (octet == '\r') {
                pendingBlank = before;
                held = '\r';
                return;
            }
            plain(before);
        }
        if (octet == '\r' || octet == ' ' || octet == '\t') {
            held = octet;
        } else if (octet < 33 || octet > 126 || octet == '=') {
            escape(octet);
        } else {
            plain(octet);
        }
    }

    private void plain(int octet) throws IOException {
        blank(false);
        if ((length == 0 && octet == '.') || (octet == ' ' && isFrom())) {
            put(octet);
        } else {
            room(1);
            line[length++] = (byte) octet;
        }
    }

    private boolean isFrom() {
        return length == 4 && line[0] == 'F' && line[1] == 'r' && line[2] == 'o' && line[3] == 'm';
    }

    private void escape(int octet) throws IOException {
        blank(false);
        put(octet);
    }

    private void put(int octet) throws IOException {
        room(3);
        line[length++] = '=';
        line[length++] = Hex.high(octet);
        line[length++] = Hex.low(octet);
    }

    /** Writes the blank that stood before a CR: encoded if the line ended there. */
    private void blank(boolean lineEnds) throws IOException {
        int octet = pendingBlank;
        pendingBlank = -1;
        if (octet >= 0) {
            if (lineEnds) {
                put(octet);
            } else {
                room(1);
                line[length++] = (byte) octet;
            }
        }
    }

    private void room(int n) throws IOException {
        if (length + n > MAX) {
            line[length++] = '=';
            flushLine();
        }
    }

    private void endLine() throws IOException {
        blank(true);
        flushLine();
    }

    private void flushLine() throws IOException {
        line[length++] = '\r';
        line[length++] = '\n';
        write();
    }

    private void write() throws IOException {
        if (used + length > block.length) {
            out.write(block, 0, used);
            used = 0;
        }
        System.arraycopy(line, 0, block, used, length);
        used += length;
        length = 0;
    }

    /** Ends the text. */
    void finish() throws IOException {
        int before = held;
        held = -1;
        if (before == '\r') {
            escape(before);
        } else if (before >= 0) {
            put(before);
        }
        write();
        out.write(block, 0, used);
    }
}
