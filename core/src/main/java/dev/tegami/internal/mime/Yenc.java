package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The octets that lines of yEnc stand for; decoded anew for every read. */
public final class Yenc implements Octets {
    private final Octets lines;
    private final long size;

    /** Lines without those that begin and end the file, and how many octets they were found to give. */
    public Yenc(Octets lines, long size) {
        this.lines = lines;
        this.size = size;
    }

    @Override
    public InputStream open() throws IOException {
        return new Stream(lines);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Octets slice(long from, long to) {
        return new SuppliedOctets(this::open, () -> new IllegalStateException("shorter than before"), from, to);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    private static final class Stream extends DecodingStream {
        private static final int BLOCK = 1 << 13;

        private final YencDecoder decoder = new YencDecoder();
        private final byte[] block = new byte[BLOCK];

        Stream(Octets octets) throws IOException {
            super(octets);
        }

        @Override
        int decode() throws IOException {
            if (feed.at == feed.limit && !feed.more()) {
                return -1;
            }
            int to = Math.min(feed.limit, feed.at + BLOCK);
            int n = decoder.decode(feed.buf, feed.at, to, block, 0);
            feed.at = to;
            return n;
        }

        @Override
        byte[] block() {
            return block;
        }
    }
}
