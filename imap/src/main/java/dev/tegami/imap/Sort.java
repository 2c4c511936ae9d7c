package dev.tegami.imap;

import java.util.Optional;

/**
 * An order of messages (RFC 5256).
 *
 * <pre>{@code
 * long[] newestFirst = inbox.sort(Search.unseen(), Sort.DATE.reversed(), Sort.SUBJECT);
 * }</pre>
 */
public final class Sort {
    /** By when messages came to the server. */
    public static final Sort ARRIVAL = new Sort("ARRIVAL");
    /** By the first recipient of a copy. */
    public static final Sort CC = new Sort("CC");
    /** By the Date field. */
    public static final Sort DATE = new Sort("DATE");
    /** By the first author. */
    public static final Sort FROM = new Sort("FROM");
    /** By the number of octets. */
    public static final Sort SIZE = new Sort("SIZE");
    /** By the subject, without what replies put before it. */
    public static final Sort SUBJECT = new Sort("SUBJECT");
    /** By the name, or else the address, of the first author (RFC 5957); needs SORT=DISPLAY. */
    public static final Sort DISPLAY_FROM = new Sort("DISPLAYFROM");
    /** By the name, or else the address, of the first recipient (RFC 5957); needs SORT=DISPLAY. */
    public static final Sort DISPLAY_TO = new Sort("DISPLAYTO");
    /** By how well messages fit a fuzzy question, the best first (RFC 6203); needs SEARCH=FUZZY. */
    public static final Sort RELEVANCY = new Sort("RELEVANCY");
    /** By the first recipient. */
    public static final Sort TO = new Sort("TO");

    private static final String BACK = "REVERSE ";

    private final String key;

    private Sort(String key) {
        this.key = key;
    }

    /**
     * Turns the order round.
     *
     * @return the opposite order
     */
    public Sort reversed() {
        return new Sort(isReversed() ? key.substring(BACK.length()) : BACK + key);
    }

    /** The key without its direction. */
    String plain() {
        return isReversed() ? reversed().key : key;
    }

    boolean isReversed() {
        return key.startsWith(BACK);
    }

    /** What it needs beyond SORT. */
    Optional<Extension> needed() {
        if (key.contains("DISPLAY")) {
            return Optional.of(Extension.SORT_DISPLAY);
        }
        return key.contains("RELEVANCY") ? Optional.of(Extension.FUZZY) : Optional.empty();
    }

    /** Gives the order as in the command. */
    @Override
    public String toString() {
        return key;
    }
}
