package dev.tegami.imap.internal.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets through as many octets as a literal announced, and not one more. */
final class Counted extends FilterOutputStream {
    private final Meter meter;
    private long left;

    Counted(OutputStream out, long size, Meter meter) {
        super(out);
        this.meter = meter;
        this.left = size;
    }

    boolean isComplete() {
        return left == 0;
    }

    @Override
    public void write(int octet) throws IOException {
        take(1);
        out.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        take(length);
        out.write(octets, from, length);
    }

    private void take(int count) {
        if (count > left) {
            throw new IllegalStateException("a literal is longer than it said; the connection is closed");
        }
        left -= count;
        meter.add(0, count);
    }

    /** The wire decides when to flush. */
    @Override
    public void flush() {}

    @Override
    public void close() {}
}
