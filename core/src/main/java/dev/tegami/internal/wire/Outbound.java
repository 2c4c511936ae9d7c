package dev.tegami.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The write buffer. Text is checked as a whole before any of it is taken: no CR, LF or NUL gets in, and no half character. */
final class Outbound {
    private static final int SIZE = 32 * 1024;
    /** A socket copies what it is given before it sends it: pieces stay in the cache, and each one sent is progress. */
    private static final int PIECE = 128 * 1024;

    private static final int SMALL = 512; // most commands; a session that waits for news needs no more
    private static final byte[] NONE = {};

    private final Connection connection;
    private byte[] buffer = NONE;
    private int end;

    Outbound(Connection connection) {
        this.connection = connection;
    }

    int pending() {
        return end;
    }

    /** Gives the buffer away until the next octet: the session will wait for news. */
    void rest() {
        if (end == 0) {
            buffer = NONE;
        }
    }

    /** Makes room for octets that fit into a buffer of the full size. */
    private void room(int more) {
        if (more > SIZE - end) {
            flush();
        }
        int length = Math.max(SMALL, buffer.length);
        while (length < end + more) {
            length *= 2;
        }
        if (length > buffer.length) {
            buffer = Arrays.copyOf(buffer, length);
        }
    }

    void octet(int octet) {
        room(1);
        buffer[end++] = (byte) octet;
    }

    void octets(byte[] octets, int from, int length) {
        if (length >= SIZE) {
            flush();
            pieces(octets, from, length);
            return;
        }
        room(length);
        System.arraycopy(octets, from, buffer, end, length);
        end += length;
    }

    private void pieces(byte[] octets, int from, int length) {
        int end = from + length;
        for (int at = from; at < end; at += PIECE) {
            connection.write(octets, at, Math.min(PIECE, end - at));
        }
    }

    /** Writes text as UTF-8. */
    void text(CharSequence text) {
        int length = text.length();
        if (isAscii(text) && length <= SIZE) {
            room(length);
            for (int i = 0; i < length; i++) {
                buffer[end++] = (byte) text.charAt(i);
            }
            return;
        }
        byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
        octets(octets, 0, octets.length);
    }

    /** Checks the text; true if all of it is ASCII. */
    private static boolean isAscii(CharSequence text) {
        boolean ascii = true;
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("CR, LF or NUL in a command");
            }
            if (c > 0x7E) {
                ascii = false;
                if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(c)) {
                    throw new IllegalArgumentException("half a character in a command");
                }
            }
        }
        return ascii;
    }

    void flush() {
        if (end > 0) {
            int length = end;
            end = 0;
            connection.write(buffer, 0, length);
        }
    }
}
