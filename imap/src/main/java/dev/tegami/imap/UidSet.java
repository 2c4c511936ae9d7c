package dev.tegami.imap;

import java.util.List;

/** Messages by UID. A UID stays with its message while the UIDVALIDITY of the folder stays. */
public final class UidSet extends MessageSet {
    /** What the server saved of the last search (RFC 5182). */
    static final UidSet SAVED = new UidSet(Ranges.SAVED);

    private UidSet(Ranges ranges) {
        super(ranges);
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
        return new UidSet(Ranges.parse(text));
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

    /** Cuts the set into pieces of so many numbers. */
    List<UidSet> cut(long most) {
        return ranges.cut(most).stream().map(UidSet::new).toList();
    }

    @Override
    public List<UidSet> pieces(int longest) {
        return ranges.pieces(longest).stream().map(UidSet::new).toList();
    }
}
