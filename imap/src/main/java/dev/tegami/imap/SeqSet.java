package dev.tegami.imap;

import java.util.List;

/** Messages by sequence number. Numbers move when messages are expunged: prefer {@link UidSet}. */
public final class SeqSet extends MessageSet {
    private SeqSet(Ranges ranges) {
        super(ranges);
    }

    /**
     * Makes a set of single numbers.
     *
     * @param numbers the numbers, in any order
     * @return the set
     * @throws IllegalArgumentException for a number below 1 or above 4,294,967,295
     */
    public static SeqSet of(long... numbers) {
        return new SeqSet(Ranges.of(numbers));
    }

    /**
     * Makes a set of all numbers from one to another.
     *
     * @param first one end
     * @param last the other end, or {@link MessageSet#LAST}
     * @return the set
     */
    public static SeqSet range(long first, long last) {
        return new SeqSet(Ranges.range(first, last));
    }

    /**
     * Names every message.
     *
     * @return the set {@code 1:*}
     */
    public static SeqSet all() {
        return range(1, LAST);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text such as {@code 1:4,9}
     * @return the set
     * @throws IllegalArgumentException if that is no set
     */
    public static SeqSet parse(String text) {
        return new SeqSet(Ranges.parse(text));
    }

    /**
     * Adds another set.
     *
     * @param other the other set
     * @return the numbers in either
     */
    public SeqSet and(SeqSet other) {
        return new SeqSet(Ranges.union(List.of(ranges, other.ranges)));
    }

    /** Cuts the set into pieces of so many numbers, where the last message has this number. */
    List<SeqSet> cut(long most, long last) {
        Ranges closed = ranges.upTo(last);
        return closed.size() > last // the server will refuse numbers that are not there
                ? List.of(this)
                : closed.cut(most).stream().map(SeqSet::new).toList();
    }

    @Override
    public List<SeqSet> pieces(int longest) {
        return ranges.pieces(longest).stream().map(SeqSet::new).toList();
    }
}
