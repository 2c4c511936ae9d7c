package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Copies of folders, made of nothing but what a watch tells. */
final class WatchedMirrors implements WatchListener {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition NEWS = LOCK.newCondition();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final ModelFolders folders;
    private final Map<String, Mirror> mirrors = new HashMap<>();
    private final Map<String, FolderState> rests = new HashMap<>();
    private final Map<String, Integer> told = new HashMap<>();
    private final List<RuntimeException> losses = new ArrayList<>();
    private Runnable atRest = () -> {};
    private @Nullable RuntimeException end;

    WatchedMirrors(ModelFolders folders) {
        this.folders = folders;
        folders.names().forEach(name -> mirrors.put(name, new Mirror()));
    }

    @Override
    public void changed(String folder, Change change) {
        locked(() -> {
            told.merge(folder, 1, Integer::sum);
            mirror(folder).apply(change);
        });
    }

    @Override
    public void rested(String folder, FolderState state) {
        locked(() -> {
            rests.put(folder, state);
            atRest.run();
        });
    }

    @Override
    public void lost(RuntimeException why, Duration retryIn) {
        locked(() -> losses.add(why));
    }

    @Override
    public void ended(RuntimeException why) {
        locked(() -> end = why);
    }

    private static void locked(Runnable work) {
        LOCK.lock();
        try {
            work.run();
            NEWS.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    private Mirror mirror(String folder) {
        return Optional.ofNullable(mirrors.get(folder)).orElseThrow();
    }

    /** Waits until something is so. */
    static void await(BooleanSupplier condition) {
        LOCK.lock();
        try {
            long until = System.nanoTime() + PATIENCE;
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
                assertThat(NEWS.awaitNanos(TimeUnit.MILLISECONDS.toNanos(20))).isLessThan(PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            LOCK.unlock();
        }
    }

    /** Begins anew with a folder. */
    void forget(String folder) {
        locked(() -> mirrors.put(folder, new Mirror()));
    }

    void onRest(Runnable other) {
        locked(() -> atRest = other);
    }

    void awaitTruth() {
        folders.names().forEach(this::awaitTruth);
    }

    void awaitTruth(String folder) {
        try {
            await(() -> end != null || mirror(folder).messages().equals(truth(folder)));
        } catch (AssertionError e) {
            assertThat(mirror(folder).messages()).as(folder).isEqualTo(truth(folder));
        }
        if (end != null) {
            throw new AssertionError("the watch ended", end);
        }
    }

    private Map<Long, Set<Flag>> truth(String folder) {
        return folders.at(folder).truth();
    }

    FolderState awaitRest(String folder) {
        await(() -> rests.containsKey(folder));
        return lastRest(folder);
    }

    FolderState lastRest(String folder) {
        LOCK.lock();
        try {
            return rests.getOrDefault(folder, FolderState.empty());
        } finally {
            LOCK.unlock();
        }
    }

    int told(String folder) {
        return told.getOrDefault(folder, 0);
    }

    List<RuntimeException> losses() {
        return losses;
    }
}
