package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A TCP or Unix-domain channel in blocking mode; an interrupt or an abort closes it, whoever reads or writes. */
final class SocketTransport implements Transport {
    private final SocketChannel channel;
    private final boolean local;
    private final InputStream input = new ChannelInput();
    private final OutputStream output = new ChannelOutput();

    SocketTransport(SocketChannel channel, StandardProtocolFamily family) {
        this.channel = channel;
        this.local = family == StandardProtocolFamily.UNIX;
    }

    /** Sends small writes at once: commands are written whole, so waiting for more only delays them. */
    SocketTransport connected() throws IOException {
        if (!local) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        return this;
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
        return local ? select(room, from, length, span) : timed(room, from, length, span);
    }

    /** The socket's own timed read: unlike a selector it costs no descriptor and parks a virtual thread. */
    private int timed(byte[] room, int from, int length, Duration span) throws IOException {
        Socket socket = channel.socket();
        socket.setSoTimeout((int) Math.max(1, Math.min(span.toMillis(), Integer.MAX_VALUE)));
        try {
            return socket.getInputStream().read(room, from, length);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private int select(byte[] room, int from, int length, Duration span) throws IOException {
        channel.configureBlocking(false);
        try {
            ByteBuffer target = ByteBuffer.wrap(room, from, length);
            int got = channel.read(target);
            if (got != 0) {
                return got;
            }
            try (Selector selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_READ);
                selector.select(Math.max(1, span.toMillis()));
            }
            return channel.read(target);
        } finally {
            if (channel.isOpen()) {
                channel.configureBlocking(true);
            }
        }
    }

    @Override
    public boolean isPrivate() {
        return local;
    }

    @Override
    public void abort() {
        try {
            channel.close();
        } catch (IOException e) {
            WireLog.LOG.log(Level.DEBUG, "closing a socket", e);
        }
    }

    @Override
    public void close() {
        abort();
    }

    private final class ChannelInput extends InputStream {
        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] room, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (last.array() != room) {
                last = ByteBuffer.wrap(room);
            }
            return channel.read(last.limit(from + length).position(from));
        }
    }

    private final class ChannelOutput extends OutputStream {
        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            if (last.array() != octets) {
                last = ByteBuffer.wrap(octets);
            }
            last.limit(from + length).position(from);
            while (last.hasRemaining()) {
                channel.write(last);
            }
        }
    }
}
