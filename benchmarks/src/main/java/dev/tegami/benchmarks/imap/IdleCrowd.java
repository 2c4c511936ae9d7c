package dev.tegami.benchmarks.imap;

import dev.tegami.imap.Change;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.Watch;
import dev.tegami.imap.WatchListener;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many watches at rest in one JVM, on virtual threads, of a server in another one. {@code server} as the only argument
 * serves and prints its port; {@code PORT COUNT} watches, prints the memory in use once all are at rest, and then how
 * long it takes until each has told of one new message.
 */
public final class IdleCrowd {
    private IdleCrowd() {}

    /**
     * Runs.
     *
     * @param arguments see above
     * @throws Exception if the JVM has no virtual threads, or a connection fails
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("server")) {
            new Server().run();
        } else {
            watch(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        }
    }

    private static void watch(int port, int count) throws Exception {
        Executor virtual = virtualThreads();
        CountDownLatch rested = new CountDownLatch(count);
        CountDownLatch told = new CountDownLatch(count);
        AtomicLong lost = new AtomicLong();
        Imap imap = Imap.at("127.0.0.1").port(port).insecurePlaintext();
        List<Watch> watches = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            watches.add(imap.watch("INBOX").idle(Duration.ofMinutes(29)).start(virtual, new WatchListener() {
                @Override
                public void changed(String folder, Change change) {
                    told.countDown();
                }

                @Override
                public void rested(String folder, FolderState state) {
                    rested.countDown();
                }

                @Override
                public void lost(RuntimeException why, Duration retryIn) {
                    lost.incrementAndGet();
                }
            }));
        }
        report("at rest", rested.await(5, TimeUnit.MINUTES), began, lost);
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%d watches: heap in use %d MiB, threads of the system %d%n", count, heap >> 20, Thread.activeCount());
        System.out.println(Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                .toList());
        began = System.nanoTime();
        try (SocketChannel trigger =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            trigger.write(ByteBuffer.wrap("X NEWS\r\n".getBytes(StandardCharsets.US_ASCII)));
            report("told", told.await(5, TimeUnit.MINUTES), began, lost);
        }
        began = System.nanoTime();
        watches.forEach(Watch::close);
        report("closed", watches.stream().noneMatch(Watch::isRunning), began, lost);
    }

    private static void report(String what, boolean all, long began, AtomicLong lost) {
        System.out.printf(
                "%s: %s after %d ms, connections lost %d%n",
                what, all ? "all" : "NOT ALL", (System.nanoTime() - began) / 1_000_000, lost.get());
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor()}, which Java 17 does not know. */
    private static Executor virtualThreads() throws ReflectiveOperationException {
        Object executor =
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        if (executor instanceof Executor found) {
            return found;
        }
        throw new InvocationTargetException(null, "no virtual threads");
    }

    /** One thread for all connections. Each has a folder with one message, and gets a second one when told to. */
    private static final class Server {
        private final List<SocketChannel> idle = new ArrayList<>();
        private final Map<SocketChannel, String> tags = new HashMap<>();
        private int messages = 1;

        void run() throws IOException {
            Selector selector = Selector.open();
            ServerSocketChannel listener =
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10_000);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(listener.socket().getLocalPort());
            while (selector.select() >= 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        accept(selector, listener);
                    } else {
                        read(key);
                    }
                }
                selector.selectedKeys().clear();
            }
        }

        private static void accept(Selector selector, ServerSocketChannel listener) throws IOException {
            SocketChannel client = listener.accept();
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            say(client, "* PREAUTH [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
        }

        private void read(SelectionKey key) throws IOException {
            SocketChannel client = (SocketChannel) key.channel();
            ByteBuffer room = ByteBuffer.allocate(1_000);
            if (!isThere(client, room)) {
                client.close();
                return;
            }
            String said = StandardCharsets.US_ASCII.decode(room.flip()).toString();
            for (String line : said.lines().toList()) {
                answer(client, line);
            }
        }

        /** Clients that are gone may have reset their connections. */
        private static boolean isThere(SocketChannel client, ByteBuffer room) {
            try {
                return client.read(room) >= 0;
            } catch (IOException e) {
                return false;
            }
        }

        private void answer(SocketChannel client, String line) throws IOException {
            if (line.equals("DONE")) {
                say(client, tags.getOrDefault(client, "*") + " OK done\r\n");
                return;
            }
            String tag = line.substring(0, line.indexOf(' '));
            String command = line.substring(tag.length() + 1);
            if (command.startsWith("EXAMINE")) {
                say(client, "* " + messages + " EXISTS\r\n* OK [UIDVALIDITY 7] epoch\r\n");
            } else if (command.startsWith("UID FETCH")) {
                for (int i = 1; i <= messages; i++) {
                    say(client, "* " + i + " FETCH (UID " + i + " FLAGS ())\r\n");
                }
            } else if (command.startsWith("IDLE")) {
                tags.put(client, tag);
                idle.add(client);
                say(client, "+ idling\r\n");
                return;
            } else if (command.startsWith("NEWS")) {
                messages = 2;
                for (SocketChannel each : List.copyOf(idle)) {
                    say(each, "* 2 EXISTS\r\n");
                }
                idle.clear();
                return;
            }
            say(client, tag + " OK done\r\n");
        }

        private static void say(SocketChannel client, String text) throws IOException {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (octets.hasRemaining()) {
                client.write(octets);
            }
        }
    }
}
