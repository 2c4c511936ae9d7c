package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;

/** Decodes quoted-printable while it is read, whole lines at a time where they fit the buffer. */
final class QuotedPrintableStream extends DecodingStream {
    private static final int BLOCK = 1 << 13;

    private byte[] block = new byte[0];

    QuotedPrintableStream(Octets octets) throws IOException {
        super(octets);
    }

    @Override
    int decode() throws IOException {
        while (!feed.isOver() && feed.limit < feed.buf.length) {
            if (!feed.more()) {
                break;
            }
        }
        if (feed.at == feed.limit && (feed.isOver() || !feed.more())) {
            return -1;
        }
        int stop = stop();
        if (stop == feed.at) {
            return 0;
        }
        int length = stop - feed.at;
        if (block.length < length) {
            block = new byte[length];
        }
        int n = QuotedPrintableDecoder.decode(feed.buf, feed.at, stop, block);
        feed.at = stop;
        if (!feed.isOver() && feed.at > feed.buf.length / 2) {
            feed.more();
        }
        return n;
    }

    /** The end of a piece that ends with a line, is the last, or is as long as the buffer. */
    private int stop() {
        boolean isLast = feed.isOver();
        if (isLast && feed.limit - feed.at <= BLOCK) {
            return feed.limit;
        }
        int at = Math.min(feed.limit, feed.at + BLOCK);
        int stop = at;
        while (stop > feed.at && feed.buf[stop - 1] != '\n') {
            stop--;
        }
        if (stop > feed.at) {
            return stop;
        }
        stop = at;
        while (stop < feed.limit && feed.buf[stop - 1] != '\n') {
            stop++;
        }
        if (stop < feed.limit || isLast || feed.buf[stop - 1] == '\n') {
            return stop;
        }
        return withoutEscape(stop);
    }

    /** Gives up on the line's end, but never splits an escape. */
    private int withoutEscape(int end) {
        int from = Math.max(feed.at + 1, end - 2);
        for (int i = from; i < end; i++) {
            if (feed.buf[i] == '=') {
                return i;
            }
        }
        return end;
    }

    @Override
    byte[] block() {
        return block;
    }
}
