package dev.tegami.pop3;

import static java.util.Objects.requireNonNull;

import dev.tegami.pop3.internal.Fingerprint;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of collecting mail. The order of the steps is the promise: the octets are on disk, the memory knows that they
 * are about to be delivered, they are delivered, the memory knows that, and only then DELE is sent.
 */
final class Collector {
    private static final int BATCH = 64;
    private static final long BATCH_OCTETS = 16L << 20;

    private final Pop3Session session;
    private final Target target;
    private final Policy policy;
    private final Recall recall;
    private final Instant now = Instant.now();
    /** The stored messages of the listing, by number; those not downloaded in this run are to be checked. */
    private final Map<Integer, Mark> stored = new LinkedHashMap<>();

    private final Set<Entry> unchecked = new HashSet<>();
    private final List<Entry> added = new ArrayList<>();
    private final List<Collected.Note> notes = new ArrayList<>();
    private final List<Fetched> batch = new ArrayList<>();
    private final List<Mark> batchMarks = new ArrayList<>();
    private long batchOctets;
    private boolean isPromised;
    private int known;

    Collector(Pop3Session session, Target target, Seen seen, Policy policy) throws IOException {
        this.session = session;
        this.target = target;
        this.policy = policy;
        this.recall = new Recall(seen);
    }

    Collected run() throws IOException {
        boolean done = false;
        try {
            recall.settle(target);
            List<Entry> entries = session.entries();
            recall.listed(entries);
            download(wanted(entries));
            if (notes.isEmpty()) {
                recall.finish(now);
            }
            List<Entry> deleted = delete(entries);
            done = true;
            return new Collected(List.copyOf(added), known, deleted, List.copyOf(notes));
        } finally {
            if (!done && !isPromised) {
                target.withdraw(places());
            }
        }
    }

    /** The messages to download: the unknown, and those whose name is no proof. */
    private List<Entry> wanted(List<Entry> entries) throws IOException {
        List<Entry> wanted = new ArrayList<>();
        List<Entry> doubtful = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Mark> mark = recall.known(entry);
            if (mark.isPresent()) {
                known(entry, mark.get());
                unchecked.add(entry);
            } else if (recall.key(entry).isPresent()) {
                wanted.add(entry);
            } else {
                doubtful.add(entry);
            }
        }
        Map<Integer, Fingerprint> headers = session.headerHashes(recall.isEmpty() ? List.of() : doubtful);
        for (Entry entry : doubtful) {
            Fingerprint header = headers.get(entry.number());
            Optional<Mark> mark = header == null ? Optional.empty() : recall.known(entry, header);
            if (mark.isPresent()) {
                known(entry, mark.get());
            } else {
                wanted.add(entry);
            }
        }
        return admitted(wanted);
    }

    private void known(Entry entry, Mark mark) {
        known++;
        stored.put(entry.number(), mark);
    }

    private List<Entry> admitted(List<Entry> wanted) {
        List<Entry> admitted = new ArrayList<>();
        for (Entry entry : wanted) {
            if (policy.admits(entry)) {
                admitted.add(entry);
            } else {
                note(entry, "larger than the policy allows: " + entry.size() + " octets");
            }
        }
        return admitted;
    }

    private void note(Entry entry, String reason) {
        notes.add(new Collected.Note(entry, reason));
    }

    private void download(List<Entry> wanted) throws IOException {
        session.<Fetched>fetch(wanted, entry -> Fetched.into(target, entry), arrival -> {
            if (arrival.value().isPresent()) {
                take(arrival.value().get());
            } else {
                note(
                        arrival.entry(),
                        arrival.refusal().map(Throwable::getMessage).orElse("refused"));
            }
        });
        deliver();
    }

    private void take(Fetched fetched) throws IOException {
        Optional<Mark> mark;
        String name = "";
        boolean isNew = false;
        try {
            mark = recall.recognise(fetched);
            if (mark.isEmpty()) {
                name = fetched.place().seal();
                isNew = true;
            }
        } finally {
            if (!isNew) {
                fetched.place().close();
            }
        }
        if (mark.isPresent()) {
            known(fetched.entry(), mark.get());
            return;
        }
        batch.add(fetched);
        batchMarks.add(new Mark(
                recall.newKey(fetched),
                Mark.State.STAGED,
                fetched.entry().size(),
                fetched.headerHash(),
                fetched.hash(),
                now,
                Optional.empty(),
                name,
                target.place()));
        batchOctets += fetched.size();
        if (batch.size() >= BATCH || batchOctets >= BATCH_OCTETS) {
            deliver();
        }
    }

    private List<Target.Place> places() {
        return batch.stream().map(Fetched::place).toList();
    }

    private void deliver() throws IOException {
        if (!target.place().isEmpty()) {
            recall.record(batchMarks);
            isPromised = true; // from here on the next run completes what this one cannot
        }
        target.commit(places());
        List<Mark> delivered = batchMarks.stream().map(Mark::stored).toList();
        recall.record(delivered);
        for (int i = 0; i < batch.size(); i++) {
            Entry entry = batch.get(i).entry();
            added.add(entry);
            stored.put(entry.number(), delivered.get(i));
        }
        batch.clear();
        batchMarks.clear();
        batchOctets = 0;
        isPromised = false;
    }

    private List<Entry> delete(List<Entry> entries) throws IOException {
        List<Entry> wanted = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Mark mark = stored.get(entries.get(i).number());
            if (mark != null && !policy.keeps(mark, entries.size() - 1 - i, now)) {
                wanted.add(entries.get(i));
            }
        }
        List<Entry> sure = checked(wanted);
        if (sure.isEmpty()) {
            return List.of();
        }
        List<Entry> marked = new ArrayList<>();
        session.mark(sure, arrival -> {
            if (arrival.refusal().isPresent()) {
                note(arrival.entry(), String.valueOf(arrival.refusal().get().getMessage()));
            } else {
                marked.add(arrival.entry());
            }
        });
        session.commit();
        recall.record(marked.stream()
                .map(entry -> requireNonNull(stored.get(entry.number())).gone(Optional.of(now)))
                .toList());
        return List.copyOf(marked);
    }

    /** Leaves out messages stored in an earlier run whose name now belongs to other octets. */
    private List<Entry> checked(List<Entry> wanted) throws IOException {
        List<Entry> doubtful = wanted.stream().filter(unchecked::contains).toList();
        Map<Integer, Fingerprint> headers = session.anyHeaderHashes(doubtful);
        Set<Entry> sure = new LinkedHashSet<>(wanted);
        for (Entry entry : doubtful) {
            Mark mark = stored.get(entry.number());
            Fingerprint header = headers.get(entry.number());
            if (mark != null && (header == null || !mark.headerHash().equals(header.headerHash()))) {
                sure.remove(entry);
                recall.forget(List.of(mark.key()));
                note(entry, "its name now belongs to another message, which the next run downloads");
            }
        }
        return List.copyOf(sure);
    }
}
