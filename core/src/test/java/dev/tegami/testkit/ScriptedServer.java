package dev.tegami.testkit;

import dev.tegami.net.Security;
import dev.tegami.net.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/**
 * A server over real sockets that follows a script, once per connection. Closing it waits for nothing and throws what
 * went wrong in a script, unless the connection was cut under it.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.plain(talk -> {
 *     talk.send("220 ready");
 *     talk.expect("EHLO client");
 *     talk.stall();
 * })) {
 *     Wire wire = Wire.dial(ConnectOptions.of(server.at()), protocol);
 * }
 * }</pre>
 */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Security security;
    private final SSLContext tls;
    private final Script script;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What the server does on one connection. */
    @FunctionalInterface
    public interface Script {
        /**
         * Talks to a client.
         *
         * @param talk the connection
         * @throws IOException if it breaks
         */
        void run(Talk talk) throws IOException;
    }

    private ScriptedServer(Security security, SSLContext tls, Script script) {
        this.security = security;
        this.tls = tls;
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Begins in plaintext; the client is told INSECURE_PLAINTEXT. */
    public static ScriptedServer plain(Script script) {
        return new ScriptedServer(Security.INSECURE_PLAINTEXT, TestPki.shared().serverContext(), script);
    }

    /** Begins in plaintext and may upgrade by {@link Talk#startTls()}; the client is told STARTTLS_REQUIRED. */
    public static ScriptedServer startTls(Script script) {
        return new ScriptedServer(Security.STARTTLS_REQUIRED, TestPki.shared().serverContext(), script);
    }

    /** Speaks TLS from the first octet. */
    public static ScriptedServer implicitTls(Script script) {
        return new ScriptedServer(Security.IMPLICIT_TLS, TestPki.shared().serverContext(), script);
    }

    /** The same with another certificate or other TLS settings. */
    public static ScriptedServer with(Security security, SSLContext tls, Script script) {
        return new ScriptedServer(security, tls, script);
    }

    /** Where it listens: {@code localhost}, which the test certificate names. */
    public Server at() {
        return new Server("localhost", listener.getLocalPort(), security);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    failures.add(e);
                }
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (Talk talk = new Talk(socket, tls, closed)) {
            if (security == Security.IMPLICIT_TLS) {
                talk.startTls();
            }
            script.run(talk);
        } catch (AssertionError e) {
            failures.add(e);
        } catch (IOException | RuntimeException e) {
            // the client went away or was refused: the client's side tells whether that was right
            System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "script ended", e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Throwable first = failures.peek();
        if (first != null) {
            throw new AssertionError("the script saw: " + first.getMessage(), first);
        }
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
