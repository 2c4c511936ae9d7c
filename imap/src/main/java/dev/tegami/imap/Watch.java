package dev.tegami.imap;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.NetException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A watch that is under way, made by {@link FolderWatch#start(WatchListener)}. Safe to use from any thread.
 *
 * <pre>{@code
 * try (Watch watch = imap.watch("INBOX").start(listener)) {
 *     untilTheUserLeaves();
 * }
 * }</pre>
 */
public final class Watch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.tegami.imap");

    private final FolderWatch plan;
    private final WatchListener listener;
    private final Halt halt = new Halt();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread runner;
    private boolean interrupted;
    private volatile @Nullable RuntimeException failure;

    Watch(FolderWatch plan, WatchListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /** The whole life of the watch, on its thread. */
    void run() {
        if (!begin()) {
            return;
        }
        try {
            watch();
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "a watch was interrupted", e);
        } catch (ListenerFailed e) {
            giveUp(e.failure());
        } catch (RuntimeException e) {
            if (!halt.isOver()) {
                giveUp(e);
            }
        } finally {
            leave();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            runner = Thread.currentThread();
            return !halt.isOver();
        } finally {
            lock.unlock();
            if (halt.isOver()) {
                ended.countDown();
            }
        }
    }

    /** Nobody may interrupt the thread once it does other work. */
    private void leave() {
        lock.lock();
        try {
            runner = null;
            if (interrupted && Thread.interrupted()) {
                LOG.log(Level.DEBUG, "a watch was interrupted to end it");
            }
        } finally {
            lock.unlock();
            ended.countDown();
        }
    }

    private void watch() throws InterruptedException {
        WatchedFolders folders = new WatchedFolders(plan, listener);
        BackOff backOff = plan.backOff();
        while (!halt.isOver()) {
            long began = System.nanoTime();
            try {
                new WatchSession(plan, folders, halt).run();
            } catch (NetException | UncheckedIOException e) {
                if (halt.isOver() || isFinal(e)) {
                    throw e;
                }
                rest(e, backOff.after(Duration.ofNanos(System.nanoTime() - began)));
            }
        }
    }

    private void rest(RuntimeException why, Duration wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        LOG.log(Level.DEBUG, () -> "a watch connects again in " + wait.toMillis() + " ms: " + why.getMessage());
        ListenerFailed.guard(() -> listener.lost(why, wait));
        halt.sleep(wait);
    }

    private static boolean isFinal(RuntimeException e) {
        if (e instanceof AuthenticationFailed denied) {
            return !denied.isTransient();
        }
        return e instanceof ImapRefused refused
                && switch (refused.code().known()) {
                    case NONEXISTENT, NOPERM, CANNOT -> true;
                    default -> false;
                };
    }

    private void giveUp(RuntimeException why) {
        failure = why;
        LOG.log(Level.WARNING, () -> "a watch of " + plan.folders() + " gave up: " + why.getMessage());
        listener.ended(why);
    }

    /**
     * Tells why the watch ended by itself.
     *
     * @return the error that {@link WatchListener#ended} was told, or nothing while it runs and after {@link #close}
     */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Tells whether the watch has not ended.
     *
     * @return false once no further call comes
     */
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    /**
     * Ends the watch: it leaves the server in good form if that takes no longer than the deadline {@code close}, else
     * its thread is interrupted and the connection cut. When this returns no call is under way, unless the listener
     * itself holds out against being interrupted for that time again. May be called by the listener, which then is the
     * last call.
     */
    @Override
    public void close() {
        halt.end();
        if (isOurs()) {
            return;
        }
        Duration patience = plan.imap().options().deadlines().close();
        try {
            if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                interrupt();
                if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    LOG.log(Level.WARNING, "the listener of a closed watch does not return");
                }
            }
        } catch (InterruptedException e) {
            interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nobody runs the watch yet, or the caller does. */
    private boolean isOurs() {
        lock.lock();
        try {
            return runner == null || runner == Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    private void interrupt() {
        lock.lock();
        try {
            if (runner != null) {
                interrupted = true;
                runner.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
