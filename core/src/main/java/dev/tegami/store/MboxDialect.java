package dev.tegami.store;

/** The ways an mbox tells where a message ends. What a message loses in each is said there; MBOXRD loses nothing. */
public enum MboxDialect {
    /**
     * {@code From } at the start of a line becomes {@code >From }. A message that has {@code >From } already cannot be
     * told apart afterwards, so writing such a message is refused.
     */
    MBOXO,
    /** As MBOXO, but every {@code >From }, {@code >>From } … gets one more {@code >}: reversible. The best choice. */
    MBOXRD,
    /** As MBOXO, with the size in a Content-Length field. */
    MBOXCL,
    /** The size in a Content-Length field and nothing escaped: reversible, but only for readers that know it. */
    MBOXCL2;

    boolean hasLength() {
        return this == MBOXCL || this == MBOXCL2;
    }

    boolean isQuoted() {
        return this != MBOXCL2;
    }
}
