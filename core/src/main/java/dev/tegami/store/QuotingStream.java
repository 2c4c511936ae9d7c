package dev.tegami.store;

import dev.tegami.mime.MimeException;
import java.io.IOException;
import java.io.OutputStream;

/** Puts a {@code >} before lines that would look like a separator. Holds at most five octets back. */
final class QuotingStream extends OutputStream {
    private final OutputStream out;
    private final MboxDialect dialect;
    private boolean atStart = true;
    private int quotes;
    private int matched;
    private int last = '\n';
    private long count;
    private long bodyStart = -1;

    QuotingStream(OutputStream out, MboxDialect dialect) {
        this.out = out;
        this.dialect = dialect;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            if (atStart) {
                lineStart(data[i++]);
            } else {
                int stop = lineStop(data, i, end);
                emit(data, i, stop);
                atStart = data[stop - 1] == '\n';
                i = stop;
            }
        }
    }

    /** The index after the next LF, or the end. */
    private static int lineStop(byte[] data, int from, int to) {
        for (int i = from; i < to; i++) {
            if (data[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    private void lineStart(byte octet) throws IOException {
        if (matched == 0 && octet == '>') {
            quotes++;
            emit(octet);
        } else if (octet == FromLine.START[matched]) {
            matched++;
            if (matched == FromLine.START.length) {
                quote();
                release();
            }
        } else {
            release();
            emit(octet);
            atStart = octet == '\n';
        }
    }

    private void quote() throws IOException {
        if (quotes == 1 && dialect != MboxDialect.MBOXRD) {
            throw new MimeException(
                    "the message has a line that begins with \">From \", which " + dialect + " cannot give back",
                    "use MBOXRD or MBOXCL2");
        }
        if (quotes == 0 || dialect == MboxDialect.MBOXRD) {
            emit((byte) '>');
        }
    }

    private void release() throws IOException {
        emit(FromLine.START, 0, matched);
        matched = 0;
        quotes = 0;
        atStart = false;
    }

    private void emit(byte octet) throws IOException {
        out.write(octet);
        last = octet;
        count++;
    }

    private void emit(byte[] data, int from, int to) throws IOException {
        if (to > from) {
            out.write(data, from, to - from);
            last = data[to - 1];
            count += to - from;
        }
    }

    /** Writes what was held back; the stream may go on afterwards. */
    void finish() throws IOException {
        int held = matched;
        if (held > 0) {
            release();
        }
    }

    /** Passes octets on as they are. */
    void plain(byte[] data, int offset, int length) throws IOException {
        emit(data, offset, offset + length);
    }

    void bodyBegins() {
        if (bodyStart < 0) {
            bodyStart = count;
        }
    }

    /** Octets written since the body began. */
    long bodyCount() {
        return bodyStart < 0 ? 0 : count - bodyStart;
    }

    boolean endsLine() {
        return last == '\n';
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
