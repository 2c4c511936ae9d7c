package dev.tegami.imap;

import dev.tegami.internal.wire.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A server that says these octets, whatever it hears. */
final class OctetTransport implements Transport {
    private final InputStream input;

    OctetTransport(byte[] octets, int mostAtOnce) {
        this.input = new ByteArrayInputStream(octets) {
            @Override
            public int read(byte[] room, int from, int length) {
                return super.read(room, from, Math.min(length, mostAtOnce));
            }
        };
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public int poll(byte[] room, int from, int length, Duration span) throws IOException {
        return input.read(room, from, length);
    }

    @Override
    public void abort() {}

    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public void close() {}
}
