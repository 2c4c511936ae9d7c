package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Compares what a server says with what was known, tells each difference once, and makes the new state. */
final class Ledger {
    /** So many times fewer numbers than messages are looked up one by one. */
    private static final int FEW = 16;

    private static final int MOST = 1 << 25;
    private static final int MOST_FLAGS = 4_000_000; // in all different sets of flags together

    private final FolderState known;
    private final Consumer<? super Change> sink;
    private final List<Set<Flag>> palette;
    private final Map<Set<Flag>, Integer> places = new HashMap<>();
    private final int[] flags;
    private final BitSet seen = new BitSet();
    private final BitSet gone = new BitSet();
    private int[] added = new int[16];
    private int[] addedFlags = new int[16];
    private int addedCount;
    private long modSeq;
    private int flagsKept;

    Ledger(FolderState known, Consumer<? super Change> sink) {
        this.known = known;
        this.sink = sink;
        this.flags = known.rawFlags().clone();
        this.palette = new ArrayList<>(known.palette());
        for (int i = 0; i < palette.size(); i++) {
            places.putIfAbsent(palette.get(i), i);
        }
    }

    /** A message is there, with these flags. */
    void present(Summary message) {
        long uid = message.uid();
        message.modSeq().ifPresent(number -> modSeq = Math.max(modSeq, number));
        int place = place(message.flags());
        int at = known.find(uid);
        if (at < 0) {
            add(uid, place);
            return;
        }
        seen.set(at);
        if (gone.get(at)) {
            return;
        }
        if (!palette.get(flags[at]).equals(palette.get(place))) {
            flags[at] = place;
            sink.accept(new Change.Flagged(uid, palette.get(place)));
        }
    }

    private void add(long uid, int place) {
        int at = FolderState.search(added, addedCount, uid);
        if (at >= 0) {
            if (!palette.get(addedFlags[at]).equals(palette.get(place))) {
                addedFlags[at] = place;
                sink.accept(new Change.Flagged(uid, palette.get(place)));
            }
            return;
        }
        insert(-at - 1, uid, place);
        sink.accept(new Change.Added(uid, palette.get(place)));
    }

    private void insert(int at, long uid, int place) {
        if (addedCount == added.length) {
            if (addedCount > MOST) {
                throw new LimitExceeded("messages of a folder", MOST, "sync parts of it by search and fetch");
            }
            added = Arrays.copyOf(added, addedCount * 2);
            addedFlags = Arrays.copyOf(addedFlags, addedCount * 2);
        }
        System.arraycopy(added, at, added, at + 1, addedCount - at);
        System.arraycopy(addedFlags, at, addedFlags, at + 1, addedCount - at);
        added[at] = (int) uid;
        addedFlags[at] = place;
        addedCount++;
    }

    private int place(Set<Flag> wanted) {
        Integer place = places.get(wanted);
        if (place != null) {
            return place;
        }
        Set<Flag> lasting = new HashSet<>(wanted);
        lasting.remove(Flag.RECENT);
        Set<Flag> kept = Set.copyOf(lasting);
        return places.computeIfAbsent(kept, flagsOf -> {
            flagsKept += flagsOf.size() + 1;
            if (flagsKept > MOST_FLAGS) {
                throw new LimitExceeded("flags of a folder", MOST_FLAGS, "sync parts of it by search and fetch");
            }
            palette.add(flagsOf);
            return palette.size() - 1;
        });
    }

    /** These messages are gone, those of them that were known. */
    void vanished(UidSet uids) {
        long[] told = known(uids);
        if (told.length == 0) {
            return;
        }
        for (long uid : told) {
            forget(uid);
        }
        sink.accept(new Change.Vanished(UidSet.of(told)));
    }

    /** Those of a set that are there. A server may name billions that are not. */
    private long[] known(UidSet uids) {
        if (uids.size() < count() / FEW) {
            return uids.stream().filter(this::isThere).toArray();
        }
        return LongStream.concat(
                        IntStream.range(0, known.size())
                                .filter(at -> !gone.get(at))
                                .mapToLong(known::uid),
                        IntStream.range(0, addedCount).mapToLong(at -> Integer.toUnsignedLong(added[at])))
                .filter(uids::contains)
                .toArray();
    }

    private boolean isThere(long uid) {
        int at = known.find(uid);
        return at >= 0 ? !gone.get(at) : FolderState.search(added, addedCount, uid) >= 0;
    }

    private void forget(long uid) {
        int at = known.find(uid);
        if (at >= 0) {
            gone.set(at);
            return;
        }
        int place = FolderState.search(added, addedCount, uid);
        System.arraycopy(added, place + 1, added, place, addedCount - place - 1);
        System.arraycopy(addedFlags, place + 1, addedFlags, place, addedCount - place - 1);
        addedCount--;
    }

    /** Nothing but what was told as present is there. */
    void onlyPresent() {
        BitSet missing = new BitSet(known.size());
        missing.set(0, known.size());
        missing.andNot(seen);
        missing.andNot(gone);
        lose(missing);
    }

    /** Nothing but these is there; gives those of them that are not known yet. */
    UidSet only(UidSet there) {
        BitSet missing = new BitSet(known.size());
        for (int i = 0; i < known.size(); i++) {
            if (!gone.get(i) && !there.contains(known.uid(i))) {
                missing.set(i);
            }
        }
        lose(missing);
        vanished(UidSet.of(IntStream.range(0, addedCount)
                .mapToLong(at -> Integer.toUnsignedLong(added[at]))
                .filter(uid -> !there.contains(uid))
                .toArray()));
        return UidSet.of(there.stream().filter(uid -> !isKnown(uid)).toArray());
    }

    private boolean isKnown(long uid) {
        return known.find(uid) >= 0 || FolderState.search(added, addedCount, uid) >= 0;
    }

    private void lose(BitSet missing) {
        if (missing.isEmpty()) {
            return;
        }
        gone.or(missing);
        sink.accept(new Change.Vanished(
                UidSet.of(missing.stream().mapToLong(known::uid).toArray())));
    }

    /** How many messages are there, as far as was told. */
    long count() {
        return known.size() - (long) gone.cardinality() + addedCount;
    }

    /** Whether messages were added that are still there. */
    boolean hasGrown() {
        return addedCount > 0;
    }

    /** The highest UID that is there, as far as was told, or 0. */
    long highest() {
        int last = known.size() - 1;
        while (last >= 0 && gone.get(last)) {
            last--;
        }
        long newest = addedCount == 0 ? 0 : Integer.toUnsignedLong(added[addedCount - 1]);
        return Math.max(newest, last < 0 ? 0 : known.uid(last));
    }

    /** The highest number of a change that was told. */
    long modSeq() {
        return modSeq;
    }

    FolderState state(long uidValidity, long changes) {
        int[] uids = new int[(int) count()];
        int[] places = new int[uids.length];
        int n = 0;
        int next = 0;
        for (int i = gone.nextClearBit(0); i < known.size(); i = gone.nextClearBit(i + 1)) {
            long uid = known.uid(i);
            for (; next < addedCount && Integer.toUnsignedLong(added[next]) < uid; next++, n++) {
                uids[n] = added[next];
                places[n] = addedFlags[next];
            }
            uids[n] = (int) uid;
            places[n++] = flags[i];
        }
        System.arraycopy(added, next, uids, n, addedCount - next);
        System.arraycopy(addedFlags, next, places, n, addedCount - next);
        return Palette.compact(uidValidity, changes, uids, places, palette);
    }
}
