package dev.tegami.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which message became which when messages were copied or moved (RFC 4315, RFC 6851), as far as the server says.
 * Immutable.
 *
 * <pre>{@code
 * Copied copied = inbox.move(read, "Archive");
 * long archived = copied.uid(4711).orElseThrow();
 * }</pre>
 */
public final class Copied {
    /** The server does not say. */
    public static final Copied UNKNOWN = new Copied(0, new TreeMap<>());

    private final long uidValidity;
    private final NavigableMap<Long, Run> runs;

    /** Neighbours that stayed neighbours. */
    private record Run(long from, long to, long count) {}

    private Copied(long uidValidity, NavigableMap<Long, Run> runs) {
        this.uidValidity = uidValidity;
        this.runs = runs;
    }

    /**
     * Reads the arguments of a COPYUID code: two sets of the same size, whose order tells which belongs to which.
     * Nonsense counts as nothing said.
     */
    static Copied parse(String arguments) {
        String[] words = arguments.strip().split(" +", -1);
        try {
            List<long[]> from = spans(words[1]);
            List<long[]> to = spans(words[2]);
            NavigableMap<Long, Run> runs = new TreeMap<>();
            return pair(from, to, runs) ? new Copied(Long.parseLong(words[0]), runs) : UNKNOWN;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return UNKNOWN;
        }
    }

    /** The spans of a set in the order in which they stand there. */
    private static List<long[]> spans(String set) {
        List<long[]> spans = new ArrayList<>();
        for (String piece : set.split(",", -1)) {
            int colon = piece.indexOf(':');
            long one = Long.parseLong(colon < 0 ? piece : piece.substring(0, colon));
            long other = colon < 0 ? one : Long.parseLong(piece.substring(colon + 1));
            if (Math.min(one, other) < 1 || Math.max(one, other) > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("no UID");
            }
            spans.add(new long[] {Math.min(one, other), Math.max(one, other)});
        }
        return spans;
    }

    private static boolean pair(List<long[]> from, List<long[]> to, Map<Long, Run> runs) {
        int at = 0;
        for (long[] span : from) {
            for (long next = span[0]; next <= span[1]; ) {
                if (at == to.size()) {
                    return false;
                }
                long[] there = to.get(at);
                long count = Math.min(span[1] - next, there[1] - there[0]) + 1;
                runs.put(next, new Run(next, there[0], count));
                next += count;
                there[0] += count;
                at += there[0] > there[1] ? 1 : 0;
            }
        }
        return at == to.size();
    }

    /** What several commands did, to one folder; a new epoch there makes void what was known before. */
    Copied and(Copied later) {
        if (later.runs.isEmpty()) {
            return this;
        }
        if (runs.isEmpty() || later.uidValidity != uidValidity) {
            return later;
        }
        NavigableMap<Long, Run> all = new TreeMap<>(runs);
        all.putAll(later.runs);
        return new Copied(uidValidity, all);
    }

    /**
     * Tells which message a message became.
     *
     * @param source its UID in the folder it came from
     * @return its UID in the folder it went to; nothing if it was not there, or the server does not say
     */
    public OptionalLong uid(long source) {
        Map.Entry<Long, Run> entry = runs.floorEntry(source);
        if (entry == null
                || source - entry.getValue().from() >= entry.getValue().count()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(entry.getValue().to() + source - entry.getValue().from());
    }

    /**
     * Gives the epoch of the UIDs in the folder they went to.
     *
     * @return the number, or 0 where the server does not say
     */
    public long uidValidity() {
        return uidValidity;
    }

    /**
     * Lists the messages that were copied.
     *
     * @return their UIDs in the folder they came from; empty where the server does not say
     */
    public UidSet sources() {
        return UidSet.parse(runs.values().stream()
                .map(run -> run.from() + ":" + (run.from() + run.count() - 1))
                .collect(Collectors.joining(",")));
    }

    /**
     * Lists the copies.
     *
     * @return their UIDs in the folder they went to; empty where the server does not say
     */
    public UidSet targets() {
        return UidSet.parse(runs.values().stream()
                .map(run -> run.to() + ":" + (run.to() + run.count() - 1))
                .collect(Collectors.joining(",")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Copied copied && copied.uidValidity == uidValidity && copied.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(uidValidity) * 31 + runs.hashCode();
    }

    @Override
    public String toString() {
        return "Copied[" + sources() + " to " + targets() + " of " + uidValidity + "]";
    }
}
