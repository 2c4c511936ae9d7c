package dev.tegami.imap;

import dev.tegami.imap.internal.command.UidBatches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Divides a folder into batches, by UIDBATCHES (RFC 10022) where the server has it. That is asked again only after many
 * changes, as §3.1.1 demands; until then what came new is a batch of its own.
 */
final class Batching {
    private static final int MOST = 100_000; // messages that a range of batches may span (§3.1.5)

    private final FindingFolder folder;
    private List<UidSet> last = List.of();
    private int lastSize;
    private long arrived;
    private long left;

    Batching(FindingFolder folder) {
        this.folder = folder;
    }

    List<UidSet> run(int size) {
        if (!folder.session.has(Extension.UIDBATCHES)) {
            return searched(size);
        }
        boolean isFresh =
                size == lastSize && folder.arrived() - arrived <= size / 2 && folder.left() - left <= size / 2;
        return isFresh ? withNew() : asked(size).orElseGet(() -> searched(size));
    }

    private List<UidSet> searched(int size) {
        List<UidSet> batches = new ArrayList<>(folder.search(Search.all()).cut(size));
        Collections.reverse(batches);
        return batches;
    }

    private List<UidSet> withNew() {
        if (folder.arrived() == arrived) {
            return last;
        }
        List<UidSet> batches = new ArrayList<>(last);
        long first = last.isEmpty() ? 1 : last.get(0).ranges.last() + 1;
        batches.add(0, UidSet.range(first, MessageSet.LAST));
        return batches;
    }

    /** Nothing where the server refuses so many, or to be asked so often; it says NO then. */
    private Optional<List<UidSet>> asked(int size) {
        long beganArrived = folder.arrived();
        long beganLeft = folder.left();
        boolean inRanges = folder.exists() > MOST;
        try {
            List<UidSet> told = inRanges ? inRanges(size) : folder.run(new UidBatches(size));
            if (inRanges && folder.left() != beganLeft) {
                return Optional.empty(); // the numbers of the batches moved: some messages may stand in none
            }
            last = whole(told);
        } catch (ImapRefused e) {
            if (e.code().is("TOOMANY") || e.code().is("LIMIT")) {
                return Optional.empty();
            }
            throw e;
        }
        lastSize = size;
        arrived = beganArrived;
        left = beganLeft;
        return Optional.of(last);
    }

    private List<UidSet> inRanges(int size) {
        int most = Math.max(1, MOST / size);
        List<UidSet> batches = new ArrayList<>();
        List<UidSet> some;
        do {
            some = folder.run(new UidBatches(size, batches.size() + 1, batches.size() + most));
            batches.addAll(some);
        } while (some.size() >= most && (long) batches.size() * size < folder.exists());
        return batches;
    }

    /** Messages that went meanwhile move the ranges; so that none is left out, each begins where the one before ends. */
    private static List<UidSet> whole(List<UidSet> told) {
        List<UidSet> batches = new ArrayList<>();
        long above = MessageSet.LAST;
        for (UidSet batch : told) {
            long lowest = batch.ranges.first();
            if (lowest < above) {
                long highest = batches.isEmpty() ? batch.ranges.last() : above - 1;
                batches.add(UidSet.range(lowest, highest));
                above = lowest;
            }
        }
        return List.copyOf(batches);
    }
}
