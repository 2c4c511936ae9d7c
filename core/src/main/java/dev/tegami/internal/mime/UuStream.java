package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;

/** Decodes uuencode while it is read. */
final class UuStream extends DecodingStream {
    private static final int BLOCK = 1 << 13;

    private final UuDecoder decoder = new UuDecoder(BLOCK);
    private boolean done;

    UuStream(Octets octets) throws IOException {
        super(octets);
    }

    @Override
    int decode() throws IOException {
        if (done) {
            return -1;
        }
        decoder.size = 0;
        while (decoder.size <= BLOCK - UuDecoder.MOST) {
            if (feed.at == feed.limit && !feed.more()) {
                decoder.finish();
                done = true;
                break;
            }
            if (feed.at < feed.limit) {
                decoder.take(feed.buf[feed.at++]);
            }
        }
        return decoder.size;
    }

    @Override
    byte[] block() {
        return decoder.block;
    }
}
