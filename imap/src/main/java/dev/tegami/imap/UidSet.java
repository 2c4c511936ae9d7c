package dev.tegami.imap;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Messages by UID. A UID stays with its message while the UIDVALIDITY of the folder stays. */
public final class UidSet implements MessageSet {
    private final Ranges ranges;

    private UidSet(Ranges ranges) {
        this.ranges = ranges;
    }

    /**
     * Makes a set of single numbers.
     *
     * @param numbers the numbers, in any order
     * @return the set
     * @throws IllegalArgumentException for a number below 1 or above 4,294,967,295
     */
    public static UidSet of(long... numbers) {
        return new UidSet(Ranges.of(numbers));
    }

    /**
     * Makes a set of all numbers from one to another.
     *
     * @param first one end
     * @param last the other end, or {@link MessageSet#LAST}
     * @return the set
     */
    public static UidSet range(long first, long last) {
        return new UidSet(Ranges.range(first, last));
    }

    /**
     * Names every message.
     *
     * @return the set {@code 1:*}
     */
    public static UidSet all() {
        return range(1, LAST);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text such as {@code 1:4,9}
     * @return the set
     * @throws IllegalArgumentException if that is no set
     */
    public static UidSet parse(String text) {
        return text.isEmpty() ? new UidSet(Ranges.NONE) : new UidSet(Ranges.parse(text));
    }

    /**
     * Adds another set.
     *
     * @param other the other set
     * @return the numbers in either
     */
    public UidSet and(UidSet other) {
        return new UidSet(Ranges.union(List.of(ranges, other.ranges)));
    }

    @Override
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public long size() {
        return ranges.size();
    }

    @Override
    public boolean contains(long number) {
        return ranges.contains(number);
    }

    @Override
    public LongStream stream() {
        return ranges.stream();
    }

    @Override
    public List<UidSet> pieces(int longest) {
        return ranges.pieces(longest).stream().map(UidSet::new).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UidSet set && set.ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
