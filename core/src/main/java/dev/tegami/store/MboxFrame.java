package dev.tegami.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Where a message lies between its separator and the empty line before the next. */
record MboxFrame(MboxDialect dialect, long from, long to) {
    private static final int SEPARATOR_LIMIT = 8192;

    /** Finds the message whose separator begins at an offset and that ends with the span. */
    static MboxFrame of(Span mbox, MboxDialect dialect, long start) throws IOException {
        byte[] head = new byte[(int) Math.min(SEPARATOR_LIMIT, Math.max(0, mbox.size() - start))];
        int have = mbox.read(head, start);
        int content = lineEnd(head, 0, have);
        long end = -1;
        if (dialect.hasLength()) {
            end = MboxLength.bodyEnd(mbox, start);
            if (MboxLength.named(head, content, have)) {
                content = lineEnd(head, content, have);
            }
        }
        return new MboxFrame(dialect, start + content, end < 0 ? withoutEmptyLine(mbox, start + content) : end);
    }

    private static int lineEnd(byte[] head, int from, int to) {
        for (int i = from; i < to; i++) {
            if (head[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    private static long withoutEmptyLine(Span mbox, long from) throws IOException {
        byte[] tail = new byte[3];
        long end = mbox.size();
        int n = (int) Math.min(3, end - from);
        if (mbox.read(tail, 3 - n, n, end - n) < n || n == 0 || tail[2] != '\n') {
            return end;
        }
        if (n == 1 || tail[1] == '\n') {
            return end - 1;
        }
        return tail[1] == '\r' && (n == 2 || tail[0] == '\n') ? end - 2 : end;
    }

    /** A stream of the message; closing it closes the file. */
    InputStream open(Span mbox) {
        return plain(new FilterInputStream(mbox.stream(from, to)) {
            @Override
            public void close() throws IOException {
                mbox.channel().close();
            }
        });
    }

    /** A stream of the message in a file that somebody else closes. */
    InputStream stream(Span mbox) {
        return plain(mbox.stream(from, to));
    }

    private InputStream plain(InputStream octets) {
        return dialect.isQuoted() ? new UnquotingStream(octets, dialect, to - from) : octets;
    }
}
