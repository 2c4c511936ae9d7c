package dev.tegami.internal.mime;

import java.util.Arrays;

/**
 * Decodes uuencode line by line (POSIX.1-2017, uuencode), as its octets come: from the line that begins a file to the
 * one that ends it. Lines that lost their trailing blanks are filled up; other damage is stepped over and counted.
 */
final class UuDecoder {
    /** What one line can give. */
    static final int MOST = 63;

    private static final int LONGEST = 1024;

    private enum State {
        BEFORE,
        DATA,
        AFTER
    }

    /** The decoded octets of the lines since it was last emptied. */
    byte[] block;

    int size;
    /** Damaged lines, so far. */
    int damaged;

    private final byte[] line = new byte[LONGEST];
    private int length;
    private State state = State.BEFORE;

    UuDecoder(int room) {
        block = new byte[room];
    }

    void take(byte c) {
        if (c == '\n') {
            endLine();
        } else if (length < LONGEST) {
            line[length++] = c;
        }
    }

    /** There are no more octets. */
    void finish() {
        if (length > 0) {
            endLine();
        }
        damaged += state == State.AFTER ? 0 : 1;
    }

    private void endLine() {
        int n = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        if (n == 0 || state == State.AFTER) {
            return;
        }
        if (state == State.BEFORE) {
            before(n);
        } else if (UuLine.isEnd(line, n)) {
            state = State.AFTER;
        } else {
            data(n);
        }
    }

    private void before(int n) {
        if (UuLine.isBegin(line, n)) {
            state = State.DATA;
        } else if (UuLine.isData(line, n) && n > 1) {
            damaged++;
            state = State.DATA;
            data(n);
        }
    }

    private void data(int n) {
        int count = UuLine.count(line[0]);
        if (count < 0) {
            damaged++;
            return;
        }
        damaged += UuLine.isData(line, n) ? 0 : 1;
        if (block.length - size < count) {
            block = Arrays.copyOf(block, Math.max(size + MOST, size + (size >> 1)));
        }
        UuLine.decode(line, n, count, block, size);
        size += count;
    }
}
