package dev.tegami.store;

/** A flag of a stored message, as Maildir spells them; an mbox keeps them in Status and X-Status. */
public enum StoreFlag {
    /** A draft of the user. */
    DRAFT('D'),
    /** Marked as important. */
    FLAGGED('F'),
    /** Forwarded, resent or bounced. */
    PASSED('P'),
    /** Answered. */
    REPLIED('R'),
    /** Read. */
    SEEN('S'),
    /** To be deleted. */
    TRASHED('T');

    private final char letter;

    StoreFlag(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
