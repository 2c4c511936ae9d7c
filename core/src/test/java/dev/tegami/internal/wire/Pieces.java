package dev.tegami.internal.wire;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A server whose octets arrive in given pieces. */
class Pieces implements Transport {
    private final Queue<byte[]> pieces = new ArrayDeque<>();

    Pieces(String... texts) {
        List.of(texts).forEach(text -> pieces.add(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] room, int from, int length) {
                return poll(room, from, length, Duration.ZERO);
            }
        };
    }

    @Override
    public OutputStream output() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public int poll(byte[] room, int from, int length, Duration span) {
        byte[] piece = pieces.poll();
        if (piece == null) {
            return -1;
        }
        System.arraycopy(piece, 0, room, from, piece.length);
        return piece.length;
    }

    @Override
    public boolean isPrivate() {
        return false;
    }

    @Override
    public void abort() {
        pieces.clear();
    }

    @Override
    public void close() {
        abort();
    }
}
