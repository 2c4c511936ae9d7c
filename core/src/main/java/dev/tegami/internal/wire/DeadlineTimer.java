package dev.tegami.internal.wire;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of this library, {@code tegami-deadlines}: a daemon, started with the first deadline, gone after
 * half a minute without any. Socket timeouts do not bound writes, so it ends every late read and write by closing
 * what is under it. Arming a deadline costs a volatile write; the queue is touched only when a deadline is
 * earlier than the moment the thread will look anyway.
 */
final class DeadlineTimer {
    private static final DeadlineTimer SHARED = new DeadlineTimer();
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Ticket> queue =
            new PriorityQueue<>(Comparator.comparingLong(ticket -> ticket.at - Watch.EPOCH));
    private boolean running;

    static DeadlineTimer shared() {
        return SHARED;
    }

    /** Looks at the watch at the given moment. */
    void look(Watch watch, long at) {
        lock.lock();
        try {
            queue.add(new Ticket(watch, at));
            if (!running) {
                running = true;
                start();
            } else {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        Thread thread = new Thread(null, this::run, "tegami-deadlines", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    private void run() {
        while (true) {
            Watch due = next();
            if (due == null) {
                return;
            }
            due.look();
        }
    }

    private @Nullable Watch next() {
        lock.lock();
        try {
            while (true) {
                Ticket first = queue.peek();
                long wait = first == null ? IDLE_NANOS : first.at - System.nanoTime();
                if (first != null && wait <= 0) {
                    return queue.remove().watch;
                }
                if (changed.awaitNanos(wait) <= 0 && queue.isEmpty()) {
                    running = false;
                    return null;
                }
            }
        } catch (InterruptedException e) {
            // the thread is known to nobody; a stray interrupt must not lose the deadlines
            return Watch.none();
        } finally {
            lock.unlock();
        }
    }

    private record Ticket(Watch watch, long at) {}
}
