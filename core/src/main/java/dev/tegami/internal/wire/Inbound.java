package dev.tegami.internal.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** The read buffer: lines as slices, counted octets, and bodies that end with a lone dot. */
final class Inbound {
    private static final int SIZE = 32 * 1024;
    private static final int AT_REST = 512; // thousands of sessions may wait for news at a time
    private static final int GROWTH = 4;

    private final Connection connection;
    private byte[] buffer = new byte[AT_REST];
    private int position;
    private int end;

    Inbound(Connection connection) {
        this.connection = connection;
    }

    int buffered() {
        return end - position;
    }

    /** Takes out what is here but was not read. */
    byte[] take() {
        byte[] held = Arrays.copyOfRange(buffer, position, end);
        position = end;
        return held;
    }

    Line line(int limit) {
        int scanned = 0;
        while (true) {
            int feed = indexOfLf(position + scanned);
            if (feed >= 0) {
                return cut(feed, limit);
            }
            scanned = end - position;
            if (scanned > limit + 1) {
                throw connection.limitExceeded("line", limit);
            }
            fill();
        }
    }

    private int indexOfLf(int from) {
        byte[] octets = buffer;
        for (int i = from, to = end; i < to; i++) {
            if (octets[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private Line cut(int feed, int limit) {
        int from = position;
        int to = feed > from && buffer[feed - 1] == '\r' ? feed - 1 : feed;
        if (to - from > limit) {
            throw connection.limitExceeded("line", limit);
        }
        position = feed + 1;
        return new Line(buffer, from, to - from);
    }

    void exactly(byte[] target, int from, int length) {
        int got = 0;
        while (got < length) {
            if (position == end) {
                fill();
            }
            int part = Math.min(length - got, end - position);
            System.arraycopy(buffer, position, target, from + got, part);
            position += part;
            got += part;
        }
    }

    void exactly(long length, Spill sink) throws IOException {
        long left = length;
        while (left > 0) {
            if (position == end) {
                fill();
            }
            int part = (int) Math.min(left, end - position);
            sink.write(buffer, position, part);
            position += part;
            left -= part;
        }
    }

    /** Reads up to the line with a lone dot and takes off the dots that protect lines (RFC 5321 §4.5.2, RFC 1939 §3). */
    void untilDot(Spill sink) throws IOException {
        boolean lineStart = true;
        while (true) {
            need(1);
            if (lineStart && buffer[position] == '.') {
                need(2);
                if (buffer[position + 1] == '\r') {
                    need(3);
                    if (buffer[position + 2] == '\n') {
                        position += 3;
                        return;
                    }
                }
                position++;
            }
            lineStart = run(sink);
        }
    }

    /** Hands on octets up to a line that begins with a dot, or all there are; true at the start of a line. */
    private boolean run(Spill sink) throws IOException {
        byte[] octets = buffer;
        int from = position;
        int to = end;
        for (int i = from + 1; i < to; i++) {
            if (octets[i] == '\n' && octets[i - 1] == '\r' && (i + 1 == to || octets[i + 1] == '.')) {
                sink.write(octets, from, i + 1 - from);
                position = i + 1;
                return true;
            }
        }
        if (from == to) {
            return false;
        }
        if (octets[to - 1] != '\r') {
            sink.write(octets, from, to - from);
            position = to;
            return false;
        }
        sink.write(octets, from, to - 1 - from);
        position = to - 1;
        need(2);
        if (buffer[position + 1] != '\n') {
            sink.write(buffer, position, 1);
            position++;
        }
        return false;
    }

    private void need(int octets) {
        while (end - position < octets) {
            fill();
        }
    }

    void fill() {
        makeRoom();
        end += connection.read(buffer, end, buffer.length - end);
    }

    /** Waits for octets; false when none came in time. */
    boolean await(Duration span) {
        if (position < end) {
            return true;
        }
        buffer = new byte[AT_REST];
        position = 0;
        end = 0;
        int got = connection.poll(buffer, end, buffer.length - end, span);
        end += got;
        return got > 0;
    }

    /** The buffer grows while what comes fills it, and gives away what only a long line needed. */
    private void makeRoom() {
        if (position < end && end < buffer.length) {
            return;
        }
        int held = end - position;
        int length = end < buffer.length ? Math.min(SIZE, buffer.length) : grown(held);
        byte[] target = length == buffer.length ? buffer : new byte[length];
        System.arraycopy(buffer, position, target, 0, held);
        buffer = target;
        position = 0;
        end = held;
    }

    private int grown(int held) {
        if (buffer.length < SIZE) {
            return Math.min(SIZE, buffer.length * GROWTH);
        }
        boolean isCrowded = held > buffer.length / 2;
        return isCrowded ? buffer.length * 2 : held == 0 ? SIZE : buffer.length;
    }
}
