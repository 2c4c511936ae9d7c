package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;

/** Decodes base64 while it is read. */
final class Base64Stream extends DecodingStream {
    private final Base64Decoder decoder;
    private boolean done;

    Base64Stream(Octets octets) throws IOException {
        super(octets);
        long size = octets.size();
        this.decoder = new Base64Decoder(size < 0 || size > Base64Decoder.BLOCK ? Base64Decoder.BLOCK : (int) size);
    }

    @Override
    int decode() throws IOException {
        if (done) {
            return -1;
        }
        while (!decoder.isFull()) {
            if (feed.at == feed.limit && !feed.more()) {
                done = true;
                return decoder.decode(true);
            }
            feed.at = decoder.strip(feed.buf, feed.at, feed.limit);
        }
        return decoder.decode(false);
    }

    @Override
    byte[] block() {
        return decoder.block;
    }
}
