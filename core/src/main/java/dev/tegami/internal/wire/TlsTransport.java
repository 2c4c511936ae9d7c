package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** TLS over another transport. */
final class TlsTransport implements Transport {
    private final Transport carrier;
    private final SSLSocket socket;
    private final InputStream input;
    private final OutputStream output;

    TlsTransport(Transport carrier, SSLSocket socket) throws IOException {
        this.carrier = carrier;
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public int poll(byte[] room, int from, int length, Duration span) throws IOException {
        socket.setSoTimeout((int) Math.max(1, Math.min(span.toMillis(), Integer.MAX_VALUE)));
        try {
            return input.read(room, from, length);
        } catch (SocketTimeoutException e) {
            return 0;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public Optional<SSLSocket> tls() {
        return Optional.of(socket);
    }

    /** Cuts the carrier: closing TLS itself would want to write, which a stalled peer can hold up. */
    @Override
    public void abort() {
        carrier.abort();
    }

    @Override
    public void close() throws IOException {
        try {
            socket.close();
        } finally {
            carrier.close();
        }
    }
}
