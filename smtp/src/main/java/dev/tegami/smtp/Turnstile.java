package dev.tegami.smtp;

import dev.tegami.net.TimedOut;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one message after another through, at a rate. Safe for many threads. */
final class Turnstile {
    private final Pauses pauses;
    private final long interval;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;

    Turnstile(Pauses pauses, Optional<Pace.Rate> rate) {
        this.pauses = pauses;
        this.interval = rate.map(Pace.Rate::interval).orElse(0L);
        this.next = System.nanoTime();
    }

    /** Lets the caller through at once if it is time. */
    boolean isOpen() {
        return interval == 0 || reserve(0) == 0;
    }

    /** Gives the caller its turn, in so many nanoseconds. */
    long turn() {
        return interval == 0 ? 0 : reserve(Long.MAX_VALUE);
    }

    /** Waits for the caller's turn, which must not be farther away than that. */
    void pass(Duration patience) {
        if (interval == 0) {
            return;
        }
        long wait = reserve(patience.toNanos());
        if (wait < 0) {
            throw new TimedOut(
                    pauses.server(),
                    "waiting for the turn of a message",
                    "more messages wait than the rate lets through in " + patience,
                    "raise the rate, offer fewer messages, or wait longer");
        }
        pauses.pause(wait);
    }

    /** How long to wait, or -1 if that is too long; then nothing is reserved. */
    private long reserve(long most) {
        lock.lock();
        try {
            long now = System.nanoTime();
            long turn = next - now > 0 ? next : now;
            if (turn - now > most) {
                return -1;
            }
            next = turn + interval;
            return turn - now;
        } finally {
            lock.unlock();
        }
    }
}
