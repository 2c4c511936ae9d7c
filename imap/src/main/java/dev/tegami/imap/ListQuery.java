package dev.tegami.imap;

import java.util.List;

/**
 * Which folders to list, and what of each (RFC 5258). Immutable.
 *
 * <pre>{@code
 * imap.list(ListQuery.all().subscribed().withStatus(StatusItem.UNSEEN, StatusItem.SIZE));
 * }</pre>
 */
public final class ListQuery {
    private final String pattern;
    private final boolean subscribed;
    private final List<StatusItem> status;
    private final boolean rights;
    private final List<String> metadata;

    private ListQuery(
            String pattern, boolean subscribed, List<StatusItem> status, boolean rights, List<String> metadata) {
        this.pattern = pattern;
        this.subscribed = subscribed;
        this.status = status;
        this.rights = rights;
        this.metadata = metadata;
    }

    /**
     * Asks for all folders.
     *
     * @return the query
     */
    public static ListQuery all() {
        return matching("*");
    }

    /**
     * Asks for folders whose name fits.
     *
     * @param pattern a name in which {@code *} stands for anything and {@code %} for one level
     * @return the query
     */
    public static ListQuery matching(String pattern) {
        return new ListQuery(pattern, false, List.of(), false, List.of());
    }

    /**
     * Asks for those the user is subscribed to only.
     *
     * @return the changed copy
     */
    public ListQuery subscribed() {
        return new ListQuery(pattern, true, status, rights, metadata);
    }

    /**
     * Asks for numbers of each folder too, in the same command where the server has LIST-STATUS (RFC 5819).
     *
     * @param items which numbers
     * @return the changed copy
     */
    public ListQuery withStatus(StatusItem... items) {
        return new ListQuery(pattern, subscribed, List.of(items), rights, metadata);
    }

    /**
     * Asks for what the user may do with each folder too, in the same command where the server has LIST-MYRIGHTS (RFC
     * 8440), else with one MYRIGHTS for each; without ACL listing throws {@link UnsupportedOperationException}.
     *
     * @return the changed copy
     */
    public ListQuery withRights() {
        return new ListQuery(pattern, subscribed, status, true, metadata);
    }

    /**
     * Asks for notes of each folder too, in the same command where the server has LIST-METADATA (RFC 9590), else with
     * one GETMETADATA for each; without METADATA listing throws {@link UnsupportedOperationException}.
     *
     * @param names such as {@code /shared/comment}
     * @return the changed copy
     */
    public ListQuery withMetadata(String... names) {
        return new ListQuery(pattern, subscribed, status, rights, List.of(names));
    }

    boolean wantsRights() {
        return rights;
    }

    List<String> metadata() {
        return metadata;
    }

    String pattern() {
        return pattern;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    List<StatusItem> status() {
        return status;
    }
}
