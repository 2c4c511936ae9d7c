package dev.tegami.smtp;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages of a batch and who is told of them, for many threads; both are the caller's own and may break. */
final class Feed {
    private final Iterator<MailObject> mails;
    private final Consumer<? super Handover> told;
    private final Turnstile turnstile;
    private final Pauses pauses;
    private final ReentrantLock taking = new ReentrantLock();
    private final Condition stopped = taking.newCondition();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile @Nullable Throwable failure;

    Feed(Iterator<MailObject> mails, Consumer<? super Handover> told, Turnstile turnstile, Pauses pauses) {
        this.mails = mails;
        this.told = told;
        this.turnstile = turnstile;
        this.pauses = pauses;
    }

    /** Takes a message if that needs no waiting for others or for the rate. */
    Optional<MailObject> takeAtOnce() {
        if (!taking.tryLock()) {
            return Optional.empty();
        }
        try {
            return isThereMore() && turnstile.isOpen() ? next() : Optional.empty();
        } finally {
            taking.unlock();
        }
    }

    /** Takes a message when its turn has come, or nothing when there are no more. */
    Optional<MailObject> take() {
        try {
            taking.lockInterruptibly();
            try {
                if (!isThereMore()) {
                    return Optional.empty();
                }
                awaitTurn();
                return isThereMore() ? next() : Optional.empty();
            } finally {
                taking.unlock();
            }
        } catch (InterruptedException e) {
            throw pauses.interrupted();
        }
    }

    private void awaitTurn() throws InterruptedException {
        long wait = turnstile.turn();
        long until = System.nanoTime() + wait;
        for (long left = wait; left > 0 && failure == null; left = until - System.nanoTime()) {
            stopped.awaitNanos(left);
        }
    }

    private boolean isThereMore() {
        try {
            return failure == null && mails.hasNext();
        } catch (RuntimeException | Error e) {
            stop(e);
            return false;
        }
    }

    private Optional<MailObject> next() {
        try {
            return Optional.of(mails.next());
        } catch (RuntimeException | Error e) {
            stop(e);
            return Optional.empty();
        }
    }

    void tell(Handover handover) {
        telling.lock();
        try {
            told.accept(handover);
        } catch (RuntimeException | Error e) {
            stop(e);
        } finally {
            telling.unlock();
        }
    }

    /** No more are taken. */
    void stop(Throwable reason) {
        taking.lock();
        try {
            Throwable first = failure;
            if (first == null) {
                failure = reason;
            } else if (first != reason) {
                first.addSuppressed(reason);
            }
            stopped.signalAll();
        } finally {
            taking.unlock();
        }
    }

    void rethrow() {
        Throwable reason = failure;
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason instanceof RuntimeException error) {
            throw error;
        }
    }
}
