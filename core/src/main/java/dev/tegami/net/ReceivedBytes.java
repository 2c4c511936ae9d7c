package dev.tegami.net;

import dev.tegami.LimitExceeded;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** A piece in memory, up to a limit. */
final class ReceivedBytes extends OutputStream implements Receive.Sink<byte[]> {
    private final int limit;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    ReceivedBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int octet) {
        makeRoom(1);
        held.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        makeRoom(length);
        held.write(octets, from, length);
    }

    private void makeRoom(int more) {
        if (more > limit - held.size()) {
            throw new LimitExceeded("Receive.bytes", limit, "raise the limit or receive to a file");
        }
    }

    @Override
    public OutputStream stream() {
        return this;
    }

    @Override
    public byte[] commit() {
        return held.toByteArray();
    }

    @Override
    public void abandon() {
        held.reset();
    }
}
