package dev.tegami.smtp;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The threads that send one batch: the caller's, and as many of its executor as there are further connections. */
final class Crew {
    private static final System.Logger LOG = System.getLogger("dev.tegami.smtp");

    private final SmtpPool pool;
    private final Feed feed;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Phaser present = new Phaser(1);

    Crew(SmtpPool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    void work(Executor executor, int connections) {
        try {
            hire(executor, connections - 1);
            new Hand(pool, feed).work();
        } catch (RuntimeException | Error e) {
            feed.stop(e); // an executor that breaks, say for want of threads
        } finally {
            over.set(true);
            present.awaitAdvance(present.arrive());
        }
        feed.rethrow();
    }

    private void hire(Executor executor, int others) {
        try {
            for (int i = 0; i < others; i++) {
                executor.execute(this::join);
            }
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "those there are do the work", e);
        }
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
