package dev.tegami.store;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where messages begin, in one pass with a window of 1 MiB. A separator is a line {@code From } at the start or
 * after an empty line; with a Content-Length that leads to one, the body is passed over unread.
 */
final class MboxScanner {
    private static final int WINDOW = 1 << 20;
    /** A separator and the field after it must fit; a longer separator is taken by its beginning. */
    private static final int LOOKAHEAD = 1024;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;

    private final Span span;
    private final MboxDialect dialect;
    private final Progress progress;
    private final byte[] window = new byte[WINDOW];
    private long base;
    private int filled;
    private final long size;

    MboxScanner(Span span, MboxDialect dialect, Progress progress) {
        this.span = span;
        this.size = span.size();
        this.dialect = dialect;
        this.progress = progress;
    }

    /** The offsets of the separators at or after an offset that is itself the start of a line after an empty one. */
    Offsets scan(long from) throws IOException {
        Offsets found = new Offsets();
        load(from);
        int i = 0;
        boolean afterEmpty = true;
        boolean atStart = true;
        while (true) {
            if (filled - i < LOOKAHEAD && base + filled < size) {
                load(base + i);
                i = 0;
            }
            if (i >= filled) {
                progress.at(size, size);
                return found;
            }
            if (afterEmpty && FromLine.starts(window, i, filled) && FromLine.separates(window, i, filled)) {
                found.add(base + i);
                long next = dialect.hasLength() ? MboxLength.next(span, base + i) : -1;
                if (next >= 0) {
                    load(next);
                    i = 0;
                    atStart = true;
                    continue;
                }
            }
            int end = lineEnd(i);
            boolean ended = window[end - 1] == '\n';
            afterEmpty = atStart && ended && (end - i == 1 || (end - i == 2 && window[i] == '\r'));
            atStart = ended;
            i = end;
        }
    }

    /** The index after the LF of a line, or after the window's last octet where the line is longer than the window. */
    private int lineEnd(int from) {
        int i = from;
        while (i + Long.BYTES <= filled && !hasLineFeed((long) EIGHT.get(window, i))) {
            i += Long.BYTES;
        }
        while (i < filled && window[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, filled);
    }

    /** Whether one of eight octets is LF: the octet that becomes 0 borrows from its highest bit. */
    private static boolean hasLineFeed(long eight) {
        long zero = eight ^ '\n' * ONES;
        return (zero - ONES & ~zero & ONES << 7) != 0;
    }

    private void load(long at) throws IOException {
        base = at;
        filled = span.read(window, at);
        progress.at(Math.min(at, size), size);
    }
}
