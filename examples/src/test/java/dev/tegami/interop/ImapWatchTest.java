package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Change;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.Watch;
import dev.tegami.imap.WatchListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A second client changes two folders at random; at every rest the copies a watch made are the folders. */
class ImapWatchTest extends ImapServers {
    private static final int STEPS = 30;
    private static final List<Flag> FLAGS = List.of(Flag.SEEN, Flag.FLAGGED, Flag.ANSWERED);

    @ParameterizedTest
    @MethodSource("servers")
    void theCopiesAreTheFoldersAtEveryRest(String server) throws Exception {
        Imap door = door(server);
        Random random = new Random(server.hashCode());
        try (ImapSession other = door.open()) {
            String first = filled(other, letter("one")).name();
            String second = filled(other, letter("two")).name();
            Copies copies = new Copies();
            try (Watch watch = door.compressed()
                    .watch(first, second)
                    .since(first, FolderState.empty())
                    .since(second, FolderState.empty())
                    .poll(Duration.ofMillis(100))
                    .start(copies)) {
                for (int step = 0; step < STEPS; step++) {
                    Folder box = other.select(random.nextBoolean() ? first : second);
                    change(other, box, random);
                    if (step % 5 == 0) {
                        Folder again = other.select(box.name());
                        copies.await(again.name(), again, watch);
                    }
                }
                for (String name : List.of(first, second)) {
                    Folder box = other.select(name);
                    copies.await(name, box, watch);
                }
                assertThat(copies.losses.get()).isZero();
            }
        }
    }

    private static void change(ImapSession other, Folder box, Random random) {
        UidSet there = box.exists() == 0 ? UidSet.of() : box.search(Search.all());
        switch (random.nextInt(4)) {
            case 0, 1 -> other.append(box.name(), letter("more"));
            case 2 ->
                there.stream()
                        .skip(random.nextInt(1 + (int) there.size()))
                        .findFirst()
                        .ifPresent(uid -> box.replaceFlags(UidSet.of(uid), FLAGS.get(random.nextInt(FLAGS.size()))));
            default ->
                there.stream().findFirst().ifPresent(uid -> {
                    box.addFlags(UidSet.of(uid), Flag.DELETED);
                    box.expunge();
                });
        }
    }

    private static final class Copies implements WatchListener {
        private final Map<String, Map<Long, Set<Flag>>> copies = new ConcurrentHashMap<>();
        private final AtomicInteger losses = new AtomicInteger();
        private final AtomicReference<String> wrong = new AtomicReference<>("");
        private final Semaphore news = new Semaphore(0);

        @Override
        public void changed(String folder, Change change) {
            copies.compute(folder, (name, before) -> {
                Map<Long, Set<Flag>> copy = before == null ? new TreeMap<>() : new TreeMap<>(before);
                if (!apply(copy, change)) {
                    wrong.set(name + ": " + change + " onto " + before);
                }
                return copy;
            });
            news.release();
        }

        /** Whether the fact is news. */
        private static boolean apply(Map<Long, Set<Flag>> copy, Change change) {
            if (change instanceof Change.Added added) {
                return copy.put(added.uid(), added.flags()) == null;
            }
            if (change instanceof Change.Flagged flagged) {
                return !flagged.flags().equals(copy.put(flagged.uid(), flagged.flags()));
            }
            if (change instanceof Change.Vanished vanished) {
                return vanished.uids().stream().allMatch(uid -> copy.remove(uid) != null);
            }
            return false;
        }

        @Override
        public void lost(RuntimeException why, Duration retryIn) {
            losses.incrementAndGet();
        }

        void await(String name, Folder truth, Watch watch) throws InterruptedException {
            Map<Long, Set<Flag>> there = new TreeMap<>();
            FolderState state = truth.sync(FolderState.empty()).state();
            state.uids().stream().forEach(uid -> there.put(uid, state.flags(uid).orElseThrow()));
            boolean told = true;
            while (told && !there.equals(copies.getOrDefault(name, Map.of()))) {
                told = news.tryAcquire(12, TimeUnit.SECONDS);
            }
            assertThat(watch.failure()).isEmpty();
            assertThat(copies.getOrDefault(name, Map.of())).as(name).isEqualTo(there);
            assertThat(wrong.get()).isEmpty();
        }
    }
}
