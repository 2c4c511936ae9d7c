package dev.tegami.pop3;

import java.util.Optional;

/**
 * A message as the server lists it.
 *
 * @param number its number in this session, from 1
 * @param size the octets the server says it has, which may be wrong
 * @param uid its name across sessions (UIDL), or empty where the server gives none
 */
public record Entry(int number, long size, Optional<String> uid) {
    /**
     * Checks the values.
     *
     * @param number its number in this session, from 1
     * @param size the octets the server says it has
     * @param uid its name across sessions, or empty
     * @throws IllegalArgumentException for a number below 1 or a size below 0
     */
    public Entry {
        if (number < 1 || size < 0) {
            throw new IllegalArgumentException("not an entry: " + number + ", " + size);
        }
    }
}
