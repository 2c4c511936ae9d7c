package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes quoted-printable (RFC 2045 section 6.7) in lines of at most 76 characters. As text, CRLF stays a line end; a
 * CR or LF that stands alone is encoded. White space before a line end, a line's only dot and a leading "From " are
 * encoded too, so that no transport changes them.
 */
final class QuotedPrintableEncoder {
    private static final int MAX = 75;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = 33; c < 127; c++) {
            PLAIN[c] = c != '=';
        }
    }

    private final OutputStream out;
    private final byte[] line = new byte[160];
    private final byte[] block = new byte[4096];
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
        if (octets instanceof ArrayOctets array) {
            encoder.write(array.array(), array.from(), array.to());
            encoder.finish();
            return;
        }
        byte[] buf = new byte[8192];
        try (InputStream in = octets.open()) {
            int n;
            while ((n = in.read(buf)) >= 0) {
                encoder.write(buf, 0, n);
            }
        }
        encoder.finish();
    }

    /** Takes in the next octets. */
    void write(byte[] b, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at = run(b, at, to);
            if (at < to) {
                at = special(b, at, to);
            }
        }
    }

    /** Takes what does not stand for itself: a character of several octets, a line end, or one octet. */
    private int special(byte[] b, int from, int to) throws IOException {
        int at = from;
        byte c = b[at];
        if (held < 0 && pendingBlank < 0) {
            while (c < 0 || c == '=') {
                put(c & 0xFF);
                if (++at == to) {
                    return at;
                }
                c = b[at];
            }
            if (at > from) {
                return at;
            }
            if (c == '\r' && at + 1 < to && b[at + 1] == '\n') {
                flushLine();
                return at + 2;
            }
        }
        take(c & 0xFF);
        return at + 1;
    }

    /** Copies what stands for itself up to the line's edge; returns the place that needs a closer look. */
    private int run(byte[] b, int from, int to) {
        if (held >= 0 || pendingBlank >= 0 || (length == 0 && b[from] == '.')) {
            return from;
        }
        int at = visibleEnd(b, from, Math.min(to, from + MAX - length));
        int fourth = from + 4 - length;
        if (fourth >= from && fourth < at && b[fourth] == ' ') {
            at = fourth; // perhaps behind "From"
        } else if (at > from && b[at - 1] == ' ' && (at == to || b[at] == '\r')) {
            at--; // perhaps a line's last blank
        }
        System.arraycopy(b, from, line, length, at - from);
        length += at - from;
        return at;
    }

    /** The end of a run of blanks and characters that stand for themselves. */
    private static int visibleEnd(byte[] b, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = marks((long) LONGS.get(b, at));
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && (PLAIN[b[at] & 0xFF] || b[at] == ' ')) {
            at++;
        }
        return at;
    }

    /** The highest bit of each of eight octets that must be encoded or looked at; exact for the first. */
    private static long marks(long eight) {
        long equals = eight ^ ('=' * ONES);
        long delete = eight ^ (127 * ONES);
        return (eight | (eight - ' ' * ONES) | ((equals - ONES) & ~equals) | ((delete - ONES) & ~delete)) & HIGHS;
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
