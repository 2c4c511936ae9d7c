package dev.tegami.net;

import java.io.IOException;
import java.io.OutputStream;

/** A caller's stream, counted. */
final class ReceivedStream extends OutputStream implements Receive.Sink<Long> {
    private final OutputStream target;
    private long count;

    ReceivedStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int octet) throws IOException {
        target.write(octet);
        count++;
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        target.write(octets, from, length);
        count += length;
    }

    @Override
    public OutputStream stream() {
        return this;
    }

    @Override
    public Long commit() {
        return count;
    }

    @Override
    public void abandon() {
        // the stream is the caller's, who learns of the break by the exception
    }
}
