package dev.tegami.imap;

/** What a folder is for (RFC 6154, RFC 8457). */
public enum SpecialUse {
    /** All messages. */
    ALL("\\All"),
    /** The archive. */
    ARCHIVE("\\Archive"),
    /** Drafts. */
    DRAFTS("\\Drafts"),
    /** Flagged messages. */
    FLAGGED("\\Flagged"),
    /** Important messages. */
    IMPORTANT("\\Important"),
    /** Junk. */
    JUNK("\\Junk"),
    /** Sent messages. */
    SENT("\\Sent"),
    /** Deleted messages. */
    TRASH("\\Trash");

    private final String attribute;

    SpecialUse(String attribute) {
        this.attribute = attribute;
    }

    /**
     * Gives the attribute.
     *
     * @return such as {@code \Sent}
     */
    public String attribute() {
        return attribute;
    }
}
