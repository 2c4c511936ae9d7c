package dev.tegami.imap;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Ends a watch from another thread: it cuts its sleep short, and what it does at the moment if that can be ended. */
final class Halt {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private boolean isOver;
    private Runnable wake = () -> {};

    boolean isOver() {
        lock.lock();
        try {
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps; shorter if it is over. */
    void sleep(Duration span) throws InterruptedException {
        lock.lock();
        try {
            long left = span.toNanos();
            while (!isOver && left > 0) {
                left = over.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says what else must be ended from now on; false if it is over already. */
    boolean wakes(Runnable other) {
        lock.lock();
        try {
            wake = other;
            return !isOver;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        Runnable waker;
        lock.lock();
        try {
            isOver = true;
            over.signalAll();
            waker = wake;
        } finally {
            lock.unlock();
        }
        waker.run();
    }
}
