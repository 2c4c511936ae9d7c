package dev.tegami.internal.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tries several addresses with staggered starts, each a quarter of a second after the one before or as soon as that
 * fails; the first to connect wins (RFC 8305 §5). All on the calling thread.
 */
final class Race {
    private static final long STAGGER_NANOS = TimeUnit.MILLISECONDS.toNanos(250); // RFC 8305 §8

    private final Queue<InetSocketAddress> waiting;
    private final ConnectException failed;
    private final Selector selector;
    private volatile boolean cut;
    private long nextStart = System.nanoTime();

    private Race(List<InetSocketAddress> addresses, Selector selector) {
        this.waiting = new ArrayDeque<>(addresses);
        this.selector = selector;
        this.failed = new ConnectException("none of " + addresses.size() + " addresses answers: " + addresses);
    }

    static SocketChannel win(List<InetSocketAddress> addresses, Watch watch) throws IOException {
        Selector selector = Selector.open();
        Race race = new Race(addresses, selector);
        watch.target(race::cut);
        SocketChannel winner = null;
        try {
            winner = race.run();
            return winner;
        } finally {
            for (SelectionKey key : selector.keys()) {
                if (key.channel() != winner) {
                    key.channel().close();
                }
            }
            selector.close();
            if (winner != null) {
                winner.configureBlocking(true);
            }
        }
    }

    private void cut() {
        cut = true;
        selector.wakeup();
    }

    private SocketChannel run() throws IOException {
        while (true) {
            SocketChannel ready = startNext();
            if (ready != null) {
                return ready;
            }
            if (selector.keys().stream().noneMatch(SelectionKey::isValid) && waiting.isEmpty()) {
                throw failed;
            }
            pause();
            SocketChannel winner = finish();
            if (winner != null) {
                return winner;
            }
        }
    }

    private void pause() throws IOException {
        long nanos = waiting.isEmpty() ? TimeUnit.DAYS.toNanos(1) : nextStart - System.nanoTime();
        selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        if (cut) {
            throw new IOException("given up");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private @Nullable SocketChannel startNext() throws IOException {
        while (!waiting.isEmpty() && nextStart - System.nanoTime() <= 0) {
            SocketChannel channel = SocketChannel.open();
            boolean pending = false;
            try {
                channel.configureBlocking(false);
                if (channel.connect(waiting.remove())) {
                    pending = true;
                    return channel;
                }
                channel.register(selector, SelectionKey.OP_CONNECT);
                pending = true;
                nextStart = System.nanoTime() + STAGGER_NANOS;
            } catch (IOException e) {
                failed.addSuppressed(e);
            } finally {
                if (!pending) {
                    channel.close();
                }
            }
        }
        return null;
    }

    private @Nullable SocketChannel finish() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            SocketChannel channel = (SocketChannel) key.channel();
            try {
                if (key.isValid() && channel.finishConnect()) {
                    return channel;
                }
            } catch (IOException e) {
                failed.addSuppressed(e);
                channel.close();
                nextStart = System.nanoTime();
            }
        }
        selector.selectedKeys().clear();
        return null;
    }
}
