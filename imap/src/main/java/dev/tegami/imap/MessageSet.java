package dev.tegami.imap;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which messages a verb is about: by UID or by sequence number (RFC 9051 §9 sequence-set). Immutable, sorted, without
 * doubles.
 */
public sealed interface MessageSet permits UidSet, SeqSet {
    /** Stands for the last message of the folder. */
    long LAST = 0xFFFF_FFFFL + 1;

    /**
     * Tells whether there is nothing in the set.
     *
     * @return true for the empty set
     */
    boolean isEmpty();

    /**
     * Counts the numbers, with those between the ends of ranges.
     *
     * @return how many
     */
    long size();

    /**
     * Tells whether a number is in the set.
     *
     * @param number the number
     * @return true if so
     */
    boolean contains(long number);

    /**
     * Gives the numbers in rising order.
     *
     * @return the numbers
     */
    LongStream stream();

    /**
     * Cuts the set into pieces that fit into commands.
     *
     * @param longest the most characters of a piece when written
     * @return the pieces in order
     */
    List<? extends MessageSet> pieces(int longest);

    /** Writes the set as on the wire: {@code 1:4,9}. */
    @Override
    String toString();
}
