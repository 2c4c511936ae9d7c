package dev.tegami.internal.wire;

import java.io.OutputStream;

/** The stream of one body through the write buffer. */
final class BodyStream extends OutputStream {
    /** Whether the end of the body is sent at once. */
    enum End {
        FLUSHED,
        KEPT
    }

    private final Wire wire;
    private final Outbound out;
    private final Tap tap;
    private final End end;
    private long count;

    BodyStream(Wire wire, Outbound out, Tap tap, End end) {
        this.wire = wire;
        this.out = out;
        this.tap = tap;
        this.end = end;
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
        if (end == End.FLUSHED) {
            wire.flush();
        }
        if (count > 0) {
            tap.sentOctets(count);
            tap.sentLine();
            count = 0;
        }
    }
}
