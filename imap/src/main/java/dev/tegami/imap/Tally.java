package dev.tegami.imap;

import java.util.OptionalLong;

/**
 * What a search finds, in three numbers (RFC 4731).
 *
 * @param count how many messages
 * @param first the lowest UID, if there is one
 * @param last the highest UID, if there is one
 */
public record Tally(long count, OptionalLong first, OptionalLong last) {}
