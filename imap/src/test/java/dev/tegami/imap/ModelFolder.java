package dev.tegami.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A folder as it really is. */
final class ModelFolder {
    private static final List<String> FLAGS = List.of("\\Seen", "\\Flagged", "\\Deleted", "$Junk", "x-own");

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<Long, Letter> letters = new TreeMap<>();
    private final Map<Long, Long> vanished = new TreeMap<>();
    private final List<ModelServer.Work> watchers = new CopyOnWriteArrayList<>();
    private final Random random;
    private long uidValidity = 7;
    private long uidNext = 1;
    private long modSeq = 1;

    /** A message. */
    record Letter(long uid, Set<String> flags, long modSeq) {}

    ModelFolder(long seed) {
        random = new Random(seed);
    }

    void withLock(ModelServer.Work work) {
        lock.lock();
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** One random change. */
    void change() {
        does(() -> {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> add();
                case 3, 4, 5 -> flag();
                case 6 -> expunge();
                default -> {
                    add();
                    add();
                    expunge();
                }
            }
        });
    }

    /** One message goes and another comes: as many as before. */
    void exchange() {
        does(() -> {
            expunge();
            add();
        });
    }

    /** Something is done, and those who watch are told. */
    void does(ModelServer.Work work) {
        withLock(() -> {
            work.run();
            watchers.removeIf(watcher -> !isTold(watcher));
        });
    }

    /** A watcher whose connection was cut is not told any more. */
    private static boolean isTold(ModelServer.Work watcher) {
        try {
            watcher.run();
            return true;
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "a watcher left", e);
            return false;
        }
    }

    /** A new epoch: all messages get other UIDs. */
    void renumber() {
        withLock(() -> {
            uidValidity++;
            vanished.clear();
            List<Letter> all = List.copyOf(letters.values());
            letters.clear();
            uidNext = 1L + random.nextInt(3);
            modSeq = 1;
            for (Letter letter : all) {
                put(uidNext++, letter.flags());
            }
        });
    }

    void add() {
        put(uidNext, flags());
        uidNext += 1 + random.nextInt(3);
    }

    private void put(long uid, Set<String> flags) {
        letters.put(uid, new Letter(uid, flags, ++modSeq));
    }

    private Set<String> flags() {
        return FLAGS.stream().filter(flag -> random.nextBoolean()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void flag() {
        if (!letters.isEmpty()) {
            flag(any());
        }
    }

    void flag(long uid) {
        put(uid, flags());
    }

    void flag(long uid, String flag) {
        put(uid, Set.of(flag));
    }

    private void expunge() {
        if (!letters.isEmpty()) {
            expunge(any());
        }
    }

    void expunge(long uid) {
        letters.remove(uid);
        vanished.put(uid, ++modSeq);
    }

    private long any() {
        List<Long> uids = uids();
        return uids.get(random.nextInt(uids.size()));
    }

    List<Long> uids() {
        return new ArrayList<>(letters.keySet());
    }

    @Nullable
    Letter letter(long uid) {
        return letters.get(uid);
    }

    List<Long> vanishedSince(long since) {
        return vanished.entrySet().stream()
                .filter(entry -> entry.getValue() > since)
                .map(Map.Entry::getKey)
                .toList();
    }

    long uidValidity() {
        return uidValidity;
    }

    long uidNext() {
        return uidNext;
    }

    long modSeq() {
        return modSeq;
    }

    /** What a mirror must hold. */
    Map<Long, Set<Flag>> truth() {
        Map<Long, Set<Flag>> truth = new TreeMap<>();
        withLock(() -> letters.values()
                .forEach(letter -> truth.put(
                        letter.uid(), letter.flags().stream().map(Flag::of).collect(Collectors.toSet()))));
        return truth;
    }

    Runnable onChange(ModelServer.Work watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
