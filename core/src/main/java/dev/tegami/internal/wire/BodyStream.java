package dev.tegami.internal.wire;

import java.io.OutputStream;

/** The stream of one body through the write buffer. */
final class BodyStream extends OutputStream {
    private final Wire wire;
    private final Outbound out;
    private final Tap tap;
    private long count;

    BodyStream(Wire wire, Outbound out, Tap tap) {
        this.wire = wire;
        this.out = out;
        this.tap = tap;
    }

    @Override
    public void write(int octet) {
        out.octet(octet);
        count++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        out.octets(octets, from, length);
        count += length;
    }

    @Override
    public void flush() {
        wire.flush();
    }

    @Override
    public void close() {
        wire.flush();
        if (count > 0) {
            tap.sentOctets(count);
            tap.sentLine();
            count = 0;
        }
    }
}
