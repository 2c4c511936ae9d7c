package dev.tegami.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** The first octets of an open file, read by position; what was appended since does not show. Some may be held in memory. */
final class Span {
    private final FileChannel channel;
    private final long size;
    private final long heldFrom;
    private final byte[] held;

    Span(FileChannel channel, long size) {
        this(channel, size, 0, new byte[0]);
    }

    private Span(FileChannel channel, long size, long heldFrom, byte[] held) {
        this.channel = channel;
        this.size = size;
        this.heldFrom = heldFrom;
        this.held = held;
    }

    FileChannel channel() {
        return channel;
    }

    long size() {
        return size;
    }

    /** The same with the octets from an offset in memory, at most so many: one call instead of several. */
    Span holding(long from, int atMost) throws IOException {
        byte[] octets = new byte[(int) Math.min(atMost, size - from)];
        int n = read(octets, from);
        return new Span(channel, size, from, n < octets.length ? Arrays.copyOf(octets, n) : octets);
    }

    /** Whether the octets from one offset up to another are in memory. */
    boolean holds(long from, long to) {
        return from >= heldFrom && to <= heldFrom + held.length;
    }

    /** The same, but ending earlier. */
    Span until(long end) {
        return new Span(channel, end, heldFrom, held);
    }

    /** Fills an array from an offset as far as there are octets. */
    int read(byte[] target, long at) throws IOException {
        return read(target, 0, target.length, at);
    }

    int read(byte[] target, int offset, int length, long at) throws IOException {
        int room = (int) Math.max(0, Math.min(length, size - at));
        if (at >= heldFrom && at + room <= heldFrom + held.length) {
            System.arraycopy(held, (int) (at - heldFrom), target, offset, room);
            return room;
        }
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, room);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position() - offset) < 0) {
                break;
            }
        }
        return buffer.position() - offset;
    }

    /** A stream of the octets from one offset up to another. */
    InputStream stream(long from, long to) {
        return new InputStream() {
            private long at = from;

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
                int n = Span.this.read(target, offset, (int) Math.min(length, to - at), at);
                at += n;
                return n == 0 ? -1 : n;
            }
        };
    }
}
