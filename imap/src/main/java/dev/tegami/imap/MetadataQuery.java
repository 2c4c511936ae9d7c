package dev.tegami.imap;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which notes to ask for (RFC 5464 §4.2). Immutable.
 *
 * <pre>{@code
 * Metadata small = imap.metadata("Projects").ask(MetadataQuery.of("/shared").andAllBelow().upTo(1_024));
 * }</pre>
 */
public final class MetadataQuery {
    private final List<String> names;
    private final String depth;
    private final long most;

    private MetadataQuery(List<String> names, String depth, long most) {
        this.names = names;
        this.depth = depth;
        this.most = most;
    }

    /**
     * Names entries.
     *
     * @param names such as {@code /shared/comment}, at least one
     * @return the query
     */
    public static MetadataQuery of(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("no names");
        }
        return new MetadataQuery(List.of(names), "", -1);
    }

    /**
     * Asks for the entries directly below those too.
     *
     * @return the changed copy
     */
    public MetadataQuery andBelow() {
        return new MetadataQuery(names, "1", most);
    }

    /**
     * Asks for all entries below those too.
     *
     * @return the changed copy
     */
    public MetadataQuery andAllBelow() {
        return new MetadataQuery(names, "infinity", most);
    }

    /**
     * Leaves long values out; {@link Metadata#longest()} tells of them.
     *
     * @param octets the most octets of a value
     * @return the changed copy
     */
    public MetadataQuery upTo(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("fewer than no octets");
        }
        return new MetadataQuery(names, depth, octets);
    }

    /**
     * Gives the names.
     *
     * @return the names
     */
    public List<String> names() {
        return names;
    }

    /**
     * Gives how far below the names to look.
     *
     * @return {@code 1}, {@code infinity}, or an empty string for the names alone
     */
    public String depth() {
        return depth;
    }

    /**
     * Gives the longest value to send.
     *
     * @return the octets, or nothing where there is no limit
     */
    public OptionalLong most() {
        return most < 0 ? OptionalLong.empty() : OptionalLong.of(most);
    }
}
