package dev.tegami.pop3.internal;

import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time into a session, and tells a second one at once. */
public final class Turn {
    private final ReentrantLock lock = new ReentrantLock();

    /** Takes the turn; give it back with {@link Held#close()}. */
    public Held take() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("the session is busy: this was called from within one of its own calls");
        }
        if (!lock.tryLock()) {
            throw new IllegalStateException("the session is used by another thread");
        }
        return lock::unlock;
    }

    /** A turn that is held. */
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
