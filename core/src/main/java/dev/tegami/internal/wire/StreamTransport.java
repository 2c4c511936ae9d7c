package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** A socket of the caller's own. */
final class StreamTransport implements Transport {
    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;

    StreamTransport(Socket socket) throws IOException {
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
        int before = socket.getSoTimeout();
        socket.setSoTimeout((int) Math.max(1, Math.min(span.toMillis(), Integer.MAX_VALUE)));
        try {
            return input.read(room, from, length);
        } catch (SocketTimeoutException e) {
            return 0;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(before);
            }
        }
    }

    @Override
    public boolean isPrivate() {
        return socket instanceof SSLSocket;
    }

    @Override
    public Optional<SSLSocket> tls() {
        return socket instanceof SSLSocket ssl ? Optional.of(ssl) : Optional.empty();
    }

    @Override
    public void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            WireLog.LOG.log(Level.DEBUG, "closing a socket", e);
        }
    }

    @Override
    public void close() {
        abort();
    }
}
