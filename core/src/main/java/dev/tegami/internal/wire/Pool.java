package dev.tegami.internal.wire;

import dev.tegami.net.Aborted;
import dev.tegami.net.NetException;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Sessions kept open between uses, at most so many. It has no thread: whoever borrows or gives back also closes what was
 * kept too long. Opening, closing and using sessions happens outside the lock.
 */
public final class Pool<S> implements AutoCloseable {
    private static final String WAITING = "waiting for a connection of the pool";

    private final Server server;
    private final PoolLimits limits;
    private final Keeper<S> keeper;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition change = lock.newCondition();
    private final Deque<Lent<S>> kept = new ArrayDeque<>();
    private int open;
    private int room;
    private boolean closed;

    /** What a pool must know of its sessions. */
    public interface Keeper<S> {
        /** Opens one. */
        S open();

        /** Whether it can be used again, as far as can be told without asking the server. */
        boolean isUsable(S session);

        /** Closes one, without throwing. */
        void close(S session);

        /** Whether the server only refuses further sessions beside those that are open. */
        boolean isFull(NetException refusal);
    }

    /**
     * A session that is in use.
     *
     * @param session the session
     * @param born when it was opened, in nanoseconds
     * @param since when it was last given back
     * @param isFresh whether nobody used it before
     */
    public record Lent<S>(S session, long born, long since, boolean isFresh) {}

    public Pool(Server server, PoolLimits limits, Keeper<S> keeper) {
        this.server = server;
        this.limits = limits;
        this.keeper = keeper;
        this.room = limits.connections();
    }

    /**
     * Gives a session that is kept, or opens one, or waits for one.
     *
     * @param preferred which one to take first
     * @return the session; give it back whatever happens
     * @throws TimedOut if all are in use for too long
     */
    public Lent<S> borrow(Predicate<? super S> preferred) {
        long until = System.nanoTime() + limits.patience().toNanos();
        while (true) {
            Optional<Lent<S>> found = takeOrWait(preferred, until);
            if (found.isPresent()) {
                return found.get();
            }
            try {
                S session = open();
                checkStillOpen(session);
                long now = System.nanoTime();
                return new Lent<>(session, now, now, true);
            } catch (NetException e) {
                if (!keeper.isFull(e) || !isWorthWaiting()) {
                    throw e;
                }
            }
        }
    }

    /** One that was being opened while the pool was closed goes no further. */
    private void checkStillOpen(S session) {
        lock.lock();
        try {
            if (!closed) {
                return;
            }
        } finally {
            lock.unlock();
        }
        close(session);
        throw isClosed();
    }

    private static IllegalStateException isClosed() {
        return new IllegalStateException("the pool is closed");
    }

    private S open() {
        boolean opened = false;
        try {
            S session = keeper.open();
            opened = true;
            return session;
        } finally {
            if (!opened) {
                left();
            }
        }
    }

    /** A server that takes no more than are open is not asked for more, until one of them ends. */
    private boolean isWorthWaiting() {
        lock.lock();
        try {
            room = Math.max(1, Math.min(room, open));
            return open > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a kept session, or nothing if there is room to open one. */
    private Optional<Lent<S>> takeOrWait(Predicate<? super S> preferred, long until) {
        List<Lent<S>> old = new ArrayList<>();
        lock.lock();
        try {
            for (long left = limits.patience().toNanos(); ; left = change.awaitNanos(until - System.nanoTime())) {
                expire(old);
                if (closed) {
                    throw isClosed();
                }
                Optional<Lent<S>> found = take(preferred);
                if (found.isPresent()) {
                    return found;
                }
                if (open < room) {
                    open++;
                    return Optional.empty();
                }
                if (left <= 0) {
                    throw late();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Aborted(server, WAITING, "the thread was interrupted", "", e);
        } finally {
            lock.unlock();
            old.forEach(lent -> keeper.close(lent.session()));
        }
    }

    private TimedOut late() {
        return new TimedOut(
                server,
                WAITING,
                "all " + room + " were in use for " + limits.patience(),
                "allow more connections, use each for less time, or wait longer");
    }

    private Optional<Lent<S>> take(Predicate<? super S> preferred) {
        Optional<Lent<S>> found = kept.stream()
                .filter(lent -> preferred.test(lent.session()))
                .findFirst()
                .or(() -> Optional.ofNullable(kept.peekFirst()));
        found.ifPresent(kept::remove);
        return found;
    }

    private void expire(List<Lent<S>> old) {
        long now = System.nanoTime();
        kept.removeIf(lent -> {
            boolean over = now - lent.since() > limits.idle().toNanos()
                    || now - lent.born() > limits.age().toNanos();
            if (over) {
                old.add(lent);
                open--;
            }
            return over;
        });
    }

    /** Takes a session back, to be kept if it is usable. */
    public void giveBack(Lent<S> lent) {
        long now = System.nanoTime();
        boolean keep = keeper.isUsable(lent.session())
                && now - lent.born() <= limits.age().toNanos();
        lock.lock();
        try {
            keep &= !closed;
            if (keep) {
                kept.addFirst(new Lent<>(lent.session(), lent.born(), now, false));
                change.signal();
            }
        } finally {
            lock.unlock();
        }
        if (!keep) {
            close(lent.session());
        }
    }

    private void close(S session) {
        try {
            keeper.close(session);
        } finally {
            left();
        }
    }

    private void left() {
        lock.lock();
        try {
            open--;
            room = limits.connections();
            if (closed) {
                change.signalAll();
            } else {
                change.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts the connections, those in use included.
     *
     * @return how many are open or about to be
     */
    public int size() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** Closes what is not in use at once, and the rest when it is given back. */
    @Override
    public void close() {
        List<Lent<S>> rest;
        lock.lock();
        try {
            closed = true;
            rest = List.copyOf(kept);
            kept.clear();
            open -= rest.size();
            change.signalAll();
        } finally {
            lock.unlock();
        }
        rest.forEach(lent -> keeper.close(lent.session()));
    }

    /**
     * Closes it and waits until nobody has a session, or is about to.
     *
     * @param patience how long to wait
     * @return false if somebody still has one, or the thread was interrupted
     */
    public boolean close(Duration patience) {
        close();
        lock.lock();
        try {
            for (long left = patience.toNanos(); open > 0 && left > 0; ) {
                left = change.awaitNanos(left);
            }
            return open == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
