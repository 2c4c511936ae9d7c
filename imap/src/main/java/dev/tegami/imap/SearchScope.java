package dev.tegami.imap;

import java.util.List;

/**
 * In which folders to search (RFC 7377). Immutable.
 *
 * <pre>{@code
 * List<FoundIn> all = imap.search(SearchScope.below("Projects"), Search.from("ada"));
 * }</pre>
 */
public final class SearchScope {
    private final String kind;
    private final List<String> folders;

    private SearchScope(String kind, String... folders) {
        this.kind = kind;
        this.folders = List.of(folders);
    }

    /**
     * Searches all folders of the user.
     *
     * @return the scope
     */
    public static SearchScope personal() {
        return new SearchScope("personal");
    }

    /**
     * Searches the folders the user is subscribed to.
     *
     * @return the scope
     */
    public static SearchScope subscribed() {
        return new SearchScope("subscribed");
    }

    /**
     * Searches the folders to which new messages are delivered.
     *
     * @return the scope
     */
    public static SearchScope inboxes() {
        return new SearchScope("inboxes");
    }

    /**
     * Searches some folders.
     *
     * @param first the name of one
     * @param more the names of others
     * @return the scope
     */
    public static SearchScope folders(String first, String... more) {
        return new SearchScope("mailboxes", with(first, more));
    }

    /**
     * Searches some folders and all below them.
     *
     * @param first the name of one
     * @param more the names of others
     * @return the scope
     */
    public static SearchScope below(String first, String... more) {
        return new SearchScope("subtree", with(first, more));
    }

    /**
     * Searches some folders and those one level below them.
     *
     * @param first the name of one
     * @param more the names of others
     * @return the scope
     */
    public static SearchScope directlyBelow(String first, String... more) {
        return new SearchScope("subtree-one", with(first, more));
    }

    private static String[] with(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    /**
     * Gives the kind of scope.
     *
     * @return its name in the command
     */
    public String kind() {
        return kind;
    }

    /**
     * Gives the folders that are named.
     *
     * @return their names, empty where the kind says it all
     */
    public List<String> folders() {
        return folders;
    }
}
