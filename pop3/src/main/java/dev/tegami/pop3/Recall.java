package dev.tegami.pop3;

import dev.tegami.pop3.internal.Fingerprint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a memory tells about the messages of one listing. A name (UIDL) counts only if it is there, is given once, and
 * is not just the message's number; every other message is known by its octets.
 */
final class Recall {
    /** How long a message that is no longer listed is remembered: a server may list it again, or under another name. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Seen seen;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, List<String>> byHash = new HashMap<>();
    private final Map<Integer, String> keys = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private boolean numbered;

    Recall(Seen seen) throws IOException {
        this.seen = seen;
        seen.marks().forEach(this::put);
    }

    private void put(Mark mark) {
        marks.put(mark.key(), mark);
        List<String> keys = byHash.computeIfAbsent(mark.hash(), hash -> new ArrayList<>());
        if (!keys.contains(mark.key())) {
            keys.add(mark.key());
        }
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Completes what an earlier run left half done. */
    void settle(Target target) throws IOException {
        List<Mark> stored = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Mark mark : marks.values()) {
            if (!mark.isStored()) {
                boolean here = !mark.place().isEmpty() && mark.place().equals(target.place());
                if (here && target.settle(mark.name())) {
                    stored.add(mark.stored());
                } else {
                    lost.add(mark.key());
                }
            }
        }
        record(stored);
        forget(lost);
    }

    /** Takes a listing in. */
    void listed(List<Entry> entries) {
        numbered = !entries.isEmpty()
                && entries.stream()
                        .allMatch(entry -> entry.uid()
                                .filter(uid -> uid.equals(Integer.toString(entry.number())))
                                .isPresent());
        entries.forEach(entry -> entry.uid().ifPresent(uid -> uses.merge(uid, 1, Integer::sum)));
        entries.forEach(entry -> key(entry).ifPresent(present::add));
    }

    /** Notes what the server no longer has, once every message of the listing was looked at. */
    void finish(Instant now) throws IOException {
        List<Mark> gone = new ArrayList<>();
        List<String> old = new ArrayList<>();
        for (Mark mark : marks.values()) {
            if (mark.gone().filter(time -> time.plus(REMEMBERED).isBefore(now)).isPresent()) {
                old.add(mark.key());
            } else if (!present.contains(mark.key()) && mark.gone().isEmpty()) {
                gone.add(mark.gone(Optional.of(now)));
            }
        }
        record(gone);
        forget(old);
    }

    /** The key of a message that has a name to rely on. */
    Optional<String> key(Entry entry) {
        return entry.uid()
                .filter(uid -> !numbered && uses.getOrDefault(uid, 0) == 1)
                .map(uid -> "uid:" + uid);
    }

    /** The mark of a message that need not be downloaded again. */
    Optional<Mark> known(Entry entry) {
        return key(entry)
                .map(marks::get)
                .filter(mark -> mark.isStored() && mark.gone().isEmpty() && mark.size() == entry.size());
    }

    /** The mark of a message without a name, by a header that no other message has. */
    Optional<Mark> known(Entry entry, Fingerprint header) {
        if (!header.isIdentifying()) {
            return Optional.empty();
        }
        String hash = header.headerHash();
        for (Mark mark : marks.values()) {
            if (mark.isStored()
                    && mark.gone().isEmpty()
                    && mark.size() == entry.size()
                    && mark.headerHash().equals(hash)
                    && present.add(mark.key())) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    /** The mark of a message that was downloaded and turns out to be in the store already. */
    Optional<Mark> recognise(Fetched fetched) throws IOException {
        String key = key(fetched.entry()).orElseGet(() -> copyKey(fetched.hash()));
        present.add(key);
        keys.put(fetched.entry().number(), key);
        Mark same = marks.get(key);
        if (same != null && same.isStored() && same.hash().equals(fetched.hash())) {
            return Optional.of(again(same, fetched));
        }
        for (String other : List.copyOf(byHash.getOrDefault(fetched.hash(), List.of()))) {
            Mark moved = marks.get(other);
            if (moved != null && moved.isStored() && !present.contains(other)) {
                Mark renamed = again(moved.key(key), fetched);
                forget(List.of(other));
                return Optional.of(renamed);
            }
        }
        return Optional.empty();
    }

    private String copyKey(String hash) {
        int copy = 1;
        while (present.contains("sha256:" + hash + "#" + copy)) {
            copy++;
        }
        return "sha256:" + hash + "#" + copy;
    }

    private Mark again(Mark mark, Fetched fetched) throws IOException {
        Mark current = mark.gone(Optional.empty()).size(fetched.entry().size());
        if (!current.equals(marks.get(current.key()))) {
            record(List.of(current));
        }
        return current;
    }

    /** The key under which a new message is to be remembered; {@link #recognise} was asked about it before. */
    String newKey(Fetched fetched) {
        return keys.getOrDefault(fetched.entry().number(), "");
    }

    void record(List<Mark> changed) throws IOException {
        if (!changed.isEmpty()) {
            seen.record(changed);
            changed.forEach(this::put);
        }
    }

    void forget(List<String> keys) throws IOException {
        if (!keys.isEmpty()) {
            seen.forget(keys);
            keys.forEach(marks::remove);
        }
    }
}
