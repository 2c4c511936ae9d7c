package dev.tegami.imap;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One thread at a time, and none twice: whoever comes too early is refused, not kept waiting. */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();

    <R> R run(Supplier<R> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("the session is called from within its own callback");
        }
        if (!lock.tryLock()) {
            throw new IllegalStateException("the session is in use by another thread");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
