package dev.tegami.imap;

/**
 * What was found in one of several folders (RFC 7377).
 *
 * @param folder the name
 * @param uidValidity the epoch of its UIDs
 * @param uids the messages, at least one
 */
public record FoundIn(String folder, long uidValidity, UidSet uids) {}
