package dev.tegami.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server and does to connections what networks do: it cuts, resets, stalls and delays
 * them after a random number of octets, and refuses some at once. A seed makes its choices repeatable, as far as threads
 * allow.
 */
public final class ChaosProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final int mostOctets;
    private final Random random;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();

    private enum Fate {
        PASS,
        CUT,
        RESET,
        STALL
    }

    /**
     * Begins to listen.
     *
     * @param target the port of the server on this machine
     * @param seed of its choices
     * @param mostOctets a connection meets its fate after at most so many octets in one direction
     */
    public ChaosProxy(int target, long seed, int mostOctets) {
        this.target = target;
        this.random = new Random(seed);
        this.mostOctets = mostOctets;
        try {
            this.listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                sockets.add(client);
                if (random.nextInt(20) == 0) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(server);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Fate fate = Fate.values()[random.nextInt(4)];
                boolean upstream = random.nextBoolean();
                int octets = 1 + random.nextInt(mostOctets);
                int delays = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
                Pump up = new Pump(client, server, upstream ? fate : Fate.PASS, octets, delays);
                Pump down = new Pump(server, client, upstream ? Fate.PASS : fate, octets, delays);
                start(up::run);
                start(down::run);
            } catch (IOException e) {
                log(e);
            }
        }
    }

    private final class Pump {
        private final Socket from;
        private final Socket to;
        private final Fate fate;
        private final int octets;
        private final int delays;

        Pump(Socket from, Socket to, Fate fate, int octets, int delays) {
            this.from = from;
            this.to = to;
            this.fate = fate;
            this.octets = octets;
            this.delays = delays;
        }

        void run() {
            try {
                pass();
            } catch (IOException e) {
                log(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close(from);
                close(to);
                sockets.remove(from);
                sockets.remove(to);
            }
        }

        private void pass() throws IOException, InterruptedException {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[4 * 1024];
            int left = fate == Fate.PASS ? Integer.MAX_VALUE : octets;
            int held = delays;
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                int passed = Math.min(got, left);
                if (held > 0) {
                    held--;
                    over.await(5, TimeUnit.MILLISECONDS);
                }
                out.write(piece, 0, passed);
                left -= fate == Fate.PASS ? 0 : passed;
                if (left == 0) {
                    meet();
                    return;
                }
            }
        }

        private void meet() throws IOException, InterruptedException {
            if (fate == Fate.STALL) {
                over.await(1, TimeUnit.MINUTES);
            } else if (fate == Fate.RESET) {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "chaos-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(Exception e) {
        System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "chaos", e);
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        listener.close();
        sockets.forEach(ChaosProxy::close);
    }
}
