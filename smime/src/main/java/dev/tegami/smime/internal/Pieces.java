package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** Sources one after the other. */
record Pieces(List<Source> sources) implements Source {
    @Override
    public long size() {
        long size = 0;
        for (Source source : sources) {
            size += source.size();
        }
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Source source : sources) {
            source.writeTo(out);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new Joined(sources.iterator());
    }

    private static final class Joined extends InputStream {
        private final Iterator<Source> rest;
        private final byte[] one = new byte[1];
        private InputStream current = InputStream.nullInputStream();

        Joined(Iterator<Source> rest) {
            this.rest = rest;
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
            int n = current.read(to, offset, length);
            while (n < 0 && rest.hasNext()) {
                current.close();
                current = rest.next().open();
                n = current.read(to, offset, length);
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
