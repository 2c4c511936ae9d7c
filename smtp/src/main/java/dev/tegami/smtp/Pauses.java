package dev.tegami.smtp;

import dev.tegami.net.Aborted;
import dev.tegami.net.Server;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits on the caller's thread, which an interrupt ends. */
record Pauses(Server server) {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw interrupted();
            }
        }
    }

    /** The error for an interrupt, whose flag is set again. */
    Aborted interrupted() {
        Thread.currentThread().interrupt();
        return new Aborted(server, "waiting to send", "the thread was interrupted", "");
    }

    /** Waits before another try, each time twice as long. */
    void beforeTry(int tries) {
        pause(span(tries));
    }

    private static long span(int tries) {
        return Math.min(LONGEST, FIRST << Math.min(tries, 10));
    }

    /** Waits before another try, each time twice as long; false if that would last beyond the end. */
    boolean beforeTry(int tries, long until) {
        long span = span(tries);
        if (until - System.nanoTime() < span) {
            return false;
        }
        pause(span);
        return true;
    }
}
