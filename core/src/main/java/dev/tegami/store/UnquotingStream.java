package dev.tegami.store;

import java.io.IOException;
import java.io.InputStream;

/** Takes the {@code >} away that was put before lines which looked like a separator. Holds at most six octets back. */
final class UnquotingStream extends InputStream {
    private static final int WINDOW = 16 * 1024;

    private final InputStream in;
    private final boolean deep;
    private final byte[] window;
    private final byte[] plain;
    private int given;
    private int have;

    private boolean atStart = true;
    /** Whether the first {@code >} of a line waits for its fate. */
    private boolean held;
    /** How many octets of {@code From } were seen after it and wait with it. */
    private int matched;

    UnquotingStream(InputStream in, MboxDialect dialect, long length) {
        this.window = new byte[(int) Math.min(WINDOW, length + 1)];
        this.plain = new byte[window.length + 8];
        this.in = in;
        this.deep = dialect == MboxDialect.MBOXRD;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == have) {
            given = 0;
            have = 0;
            int n = in.read(window);
            if (n < 0) {
                giveBack();
                if (have == 0) {
                    return -1;
                }
            } else {
                take(n);
            }
        }
        int n = Math.min(length, have - given);
        System.arraycopy(plain, given, target, offset, n);
        given += n;
        return n;
    }

    private void take(int length) {
        int i = 0;
        while (i < length) {
            if (atStart) {
                lineStart(window[i++]);
            } else {
                int from = i;
                while (i < length && window[i] != '\n') {
                    i++;
                }
                atStart = i < length;
                i = Math.min(i + 1, length);
                System.arraycopy(window, from, plain, have, i - from);
                have += i - from;
            }
        }
    }

    private void lineStart(byte octet) {
        if (!held) {
            held = octet == '>';
            if (!held) {
                give(octet);
            }
        } else if (matched == 0 && deep && octet == '>') {
            plain[have++] = octet;
        } else if (octet == FromLine.START[matched]) {
            matched++;
            if (matched == FromLine.START.length) {
                held = false;
                giveBack();
            }
        } else {
            giveBack();
            give(octet);
        }
    }

    private void give(byte octet) {
        plain[have++] = octet;
        atStart = octet == '\n';
    }

    private void giveBack() {
        if (held) {
            plain[have++] = '>';
            held = false;
        }
        System.arraycopy(FromLine.START, 0, plain, have, matched);
        have += matched;
        matched = 0;
        atStart = false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
