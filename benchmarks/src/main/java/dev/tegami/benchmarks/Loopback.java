package dev.tegami.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ServerSocketFactory;

/** A server on loopback that does as little as it can, so that the client is what is measured. */
public final class Loopback implements AutoCloseable {
    /** What the server does with one connection. */
    @FunctionalInterface
    public interface Service {
        /** Serves until the client is gone. */
        void serve(Link link) throws IOException;
    }

    private final ServerSocket socket;

    private Loopback(ServerSocket socket) {
        this.socket = socket;
    }

    /** Starts a server that gives each connection a thread. */
    public static Loopback start(Service service) throws IOException {
        return start(ServerSocketFactory.getDefault(), service);
    }

    /** Starts the same server on sockets of another kind, such as TLS. */
    public static Loopback start(ServerSocketFactory sockets, Service service) throws IOException {
        ServerSocket socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Loopback server = new Loopback(socket);
        thread(() -> server.accept(service));
        return server;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Service service) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                thread(() -> serve(client, service));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket client, Service service) {
        try (client) {
            service.serve(new Link(
                    new BufferedInputStream(client.getInputStream(), 1 << 16),
                    new BufferedOutputStream(client.getOutputStream(), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** One connection, seen by the server. What is sent is held back while the client has said more already. */
    public record Link(InputStream in, OutputStream out) {
        /** The next line without its end; empty when the client is gone. */
        public String line() throws IOException {
            if (in.available() == 0) {
                out.flush();
            }
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        /** Sends a line. */
        public void send(String line) throws IOException {
            send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        /** Sends octets. */
        public void send(byte[] octets) throws IOException {
            out.write(octets);
        }
    }
}
