package dev.tegami.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The first octets of an open file, read by position; what was appended since does not show. */
record Span(FileChannel channel, long size) {
    /** Fills an array from an offset as far as there are octets. */
    int read(byte[] target, long at) throws IOException {
        return read(target, 0, target.length, at);
    }

    int read(byte[] target, int offset, int length, long at) throws IOException {
        int room = (int) Math.max(0, Math.min(length, size - at));
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
