package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Any transport in the shape of a connected socket, which is what JSSE layers TLS on. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // a volatile is enough, and monitors would pin virtual threads
final class CarrierSocket extends Socket {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private final Transport transport;
    private final InputStream input = new TimedInput();
    private volatile int timeout;
    private volatile boolean closed;

    CarrierSocket(Transport transport) {
        this.transport = transport;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return closed;
    }

    @Override
    public boolean isOutputShutdown() {
        return closed;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    /** Each its own number: JSSE would resume sessions by host and port, and servers that ask for client certificates refuse that. */
    @Override
    public int getPort() {
        return number;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(getInetAddress(), 0);
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return transport.output();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        timeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // the transport below has set it
    }

    @Override
    public void setSoLinger(boolean on, int linger) {
        // closing never waits
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void shutdownInput() {
        // TLS says goodbye by its own record
    }

    @Override
    public void shutdownOutput() {
        // TLS says goodbye by its own record
    }

    @Override
    public void close() {
        closed = true;
        transport.abort();
    }

    private final class TimedInput extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] room, int from, int length) throws IOException {
            int millis = timeout;
            if (millis == 0) {
                return transport.input().read(room, from, length);
            }
            int got = transport.poll(room, from, length, Duration.ofMillis(millis));
            if (got == 0 && length > 0) {
                throw new SocketTimeoutException("no octet in " + millis + " ms");
            }
            return got;
        }
    }
}
