package dev.tegami.dns;

import java.util.List;

/**
 * An answer of the DNS about certificates.
 *
 * @param records the records, in no order
 * @param authenticity whether DNSSEC vouches for them
 */
public record Associations(List<Association> records, Authenticity authenticity) {
    /** Whether DNSSEC vouches for an answer. */
    public enum Authenticity {
        /** A resolver that is trusted has checked it (the AD bit over a link that nobody can change). */
        AUTHENTICATED,
        /** It may be anybody's. */
        UNKNOWN
    }

    /**
     * Takes a copy of the list.
     *
     * @param records the records, in no order
     * @param authenticity whether DNSSEC vouches for them
     */
    public Associations {
        records = List.copyOf(records);
    }

    /**
     * Knows nothing.
     *
     * @return no records, by nobody's word
     */
    public static Associations none() {
        return new Associations(List.of(), Authenticity.UNKNOWN);
    }
}
