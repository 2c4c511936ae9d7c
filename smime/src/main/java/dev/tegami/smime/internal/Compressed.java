package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;

/**
 * Content compressed with zlib whenever it is read. It is taken in pieces of one size, so that the same octets come out
 * every time.
 */
record Compressed(Source content, long size) implements Source {
    static Compressed of(Source content) throws IOException {
        long size = 0;
        byte[] piece = new byte[Deflating.PIECE];
        try (InputStream in = new Deflating(content.open())) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                size += n;
            }
        }
        return new Compressed(content, size);
    }

    @Override
    public InputStream open() throws IOException {
        return new Deflating(content.open());
    }

    private static final class Deflating extends InputStream {
        static final int PIECE = 16 * 1024;

        private final InputStream in;
        private final Deflater deflater = new Deflater();
        private final byte[] taken = new byte[PIECE];
        private final byte[] one = new byte[1];

        Deflating(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int n = deflater.deflate(to, offset, length);
            while (n == 0 && !deflater.finished()) {
                int more = in.readNBytes(taken, 0, PIECE);
                deflater.setInput(taken, 0, more);
                if (more < PIECE) {
                    deflater.finish();
                }
                n = deflater.deflate(to, offset, length);
            }
            return n == 0 ? -1 : n;
        }

        @Override
        public void close() throws IOException {
            deflater.end();
            in.close();
        }
    }
}
