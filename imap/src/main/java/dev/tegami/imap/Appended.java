package dev.tegami.imap;

/**
 * Where an appended message went, if the server says so (RFC 4315).
 *
 * @param uidValidity the epoch of the UIDs, or 0 where the server does not say
 * @param uids the UIDs in the target folder, in the order of the messages; empty where the server does not say
 */
public record Appended(long uidValidity, UidSet uids) {
    /** The server does not say. */
    public static final Appended UNKNOWN = new Appended(0, UidSet.parse(""));
}
