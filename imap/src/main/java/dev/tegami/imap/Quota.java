package dev.tegami.imap;

import java.util.List;

/**
 * How much room there is (RFC 9208).
 *
 * @param root the name of what shares the room, often empty
 * @param resources what is counted, in the server's order
 */
public record Quota(String root, List<Resource> resources) {
    /**
     * Takes the values.
     *
     * @param root the name of what shares the room
     * @param resources what is counted
     */
    public Quota {
        resources = List.copyOf(resources);
    }

    /**
     * One thing that is counted.
     *
     * @param name such as {@code STORAGE}, counted in units of 1,024 octets, or {@code MESSAGE}
     * @param usage how much is used
     * @param limit how much may be used
     */
    public record Resource(String name, long usage, long limit) {}
}
