package dev.tegami.smtp;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The threads that send one batch: the caller's, and as many of its executor as there are further connections. */
final class Crew {
    private final SmtpPool pool;
    private final Feed feed;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Phaser present = new Phaser(1);

    Crew(SmtpPool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    void work(Executor executor, int connections) {
        for (int i = 1; i < connections; i++) {
            try {
                executor.execute(this::join);
            } catch (RejectedExecutionException e) {
                break; // those there are do the work
            }
        }
        try {
            new Hand(pool, feed).work();
        } finally {
            over.set(true);
            present.awaitAdvance(present.arrive());
        }
        feed.rethrow();
    }

    /** A task that begins only after all was done has nothing to do; nobody waits for it. */
    private void join() {
        if (present.register() > 0) {
            present.arriveAndDeregister();
            return;
        }
        try {
            if (!over.get()) {
                new Hand(pool, feed).work();
            }
        } finally {
            present.arriveAndDeregister();
        }
    }
}
