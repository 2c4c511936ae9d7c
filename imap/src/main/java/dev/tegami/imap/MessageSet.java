package dev.tegami.imap;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a verb is about: by UID or by sequence number (RFC 9051 §9 sequence-set). Immutable, sorted, without
 * doubles.
 *
 * <pre>{@code
 * MessageSet newest = UidSet.range(4711, MessageSet.LAST);
 * }</pre>
 */
public abstract sealed class MessageSet permits UidSet, SeqSet {
    /** Stands for the last message of the folder. */
    public static final long LAST = 0xFFFF_FFFFL + 1;

    final Ranges ranges;

    MessageSet(Ranges ranges) {
        this.ranges = ranges;
    }

    /**
     * Tells whether there is nothing in the set.
     *
     * @return true for the empty set
     */
    public final boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * Counts the numbers, with those between the ends of ranges.
     *
     * @return how many
     */
    public final long size() {
        return ranges.size();
    }

    /**
     * Tells whether a number is in the set.
     *
     * @param number the number
     * @return true if so
     */
    public final boolean contains(long number) {
        return ranges.contains(number);
    }

    /**
     * Gives the numbers in rising order.
     *
     * @return the numbers
     */
    public final LongStream stream() {
        return ranges.stream();
    }

    /**
     * Cuts the set into pieces that fit into commands.
     *
     * @param longest the most characters of a piece when written
     * @return the pieces in order
     */
    public abstract List<? extends MessageSet> pieces(int longest);

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof MessageSet set && set.getClass() == getClass() && set.ranges.equals(ranges);
    }

    @Override
    public final int hashCode() {
        return ranges.hashCode();
    }

    /** Writes the set as on the wire: {@code 1:4,9}. */
    @Override
    public final String toString() {
        return ranges.toString();
    }
}
