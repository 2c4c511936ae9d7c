package dev.tegami.imap;

/**
 * How the result of a search that is followed changed (RFC 5267 §4.3).
 *
 * @param kind whether messages came into the result or left it
 * @param position where in the result, the first being 1, or 0 where only the UIDs decide
 * @param uids the UIDs in the order of the result, as a set on the wire
 */
public record ResultChange(Kind kind, long position, String uids) {
    /** What happened. */
    public enum Kind {
        /** Messages came into the result. */
        ADDED,
        /** Messages left the result. */
        REMOVED
    }
}
