package dev.tegami.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Follows a Content-Length, and believes it only where it leads to the end of a message. */
final class MboxLength {
    private static final int HEADER_LIMIT = 1 << 18;
    private static final byte[] NAME = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private MboxLength() {}

    /** The offset of the separator (or end of file) after the message whose separator is given, or -1. */
    static long next(Span mbox, long separator) throws IOException {
        long end = bodyEnd(mbox, separator);
        return end < 0 ? -1 : after(mbox, end);
    }

    /** The offset after the body that a Content-Length declares, or -1 if a separator or the end is not near it. */
    static long bodyEnd(Span mbox, long separator) throws IOException {
        byte[] head = new byte[4096];
        int have = mbox.read(head, separator);
        int body = HeaderOnly.end(head, 0, have);
        while (body < 0 && have == head.length && have < HEADER_LIMIT) {
            head = new byte[have * 4];
            have = mbox.read(head, separator);
            body = HeaderOnly.end(head, 0, have);
        }
        long length = body < 0 ? -1 : find(head, body);
        if (length < 0 || length > mbox.size() - separator - body) {
            return -1;
        }
        long end = separator + body + length;
        return after(mbox, end) < 0 ? -1 : end;
    }

    /** Passes over the empty lines after a body, at most two; -1 unless a separator or the end follows. */
    private static long after(Span mbox, long bodyEnd) throws IOException {
        byte[] data = new byte[16];
        int n = mbox.read(data, bodyEnd);
        int i = 0;
        while (i < n && i < 4 && (data[i] == '\n' || data[i] == '\r')) {
            i++;
        }
        return n == i || FromLine.starts(data, i, n) ? bodyEnd + i : -1;
    }

    /** The value of the first Content-Length, or -1. */
    private static long find(byte[] head, int end) {
        for (int i = 0; i < end; i++) {
            if ((i == 0 || head[i - 1] == '\n') && named(head, i, end)) {
                return value(head, i + NAME.length, end);
            }
        }
        return -1;
    }

    static boolean named(byte[] head, int from, int end) {
        for (int i = 0; i < NAME.length; i++) {
            if (from + i >= end || (head[from + i] | 0x20) != (NAME[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static long value(byte[] head, int from, int end) {
        int i = from;
        while (i < end && (head[i] == ' ' || head[i] == '\t')) {
            i++;
        }
        long value = i < end && head[i] >= '0' && head[i] <= '9' ? 0 : -1;
        while (i < end && head[i] >= '0' && head[i] <= '9' && value < Long.MAX_VALUE / 20) {
            value = value * 10 + head[i++] - '0';
        }
        return value;
    }
}
