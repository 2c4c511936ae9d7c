package dev.tegami.imap;

/** What somebody may do with a folder (RFC 4314 §2.1). */
public enum Right {
    /** See the folder in listings, and subscribe to it. */
    LOOKUP('l'),
    /** Select the folder, read and search its messages, ask for its numbers. */
    READ('r'),
    /** Keep {@link Flag#SEEN} from session to session. */
    SEEN('s'),
    /** Change flags other than {@link Flag#SEEN} and {@link Flag#DELETED}. */
    WRITE('w'),
    /** Append and copy messages into the folder. */
    INSERT('i'),
    /** Send mail to the address of the folder. */
    POST('p'),
    /** Create folders below it. */
    CREATE('k'),
    /** Delete or rename the folder. */
    DELETE_FOLDER('x'),
    /** Change {@link Flag#DELETED}. */
    DELETE_MESSAGES('t'),
    /** Remove for good what is marked {@link Flag#DELETED}. */
    EXPUNGE('e'),
    /** Change who may do what. */
    ADMINISTER('a'),
    /** Write shared annotations of messages (RFC 5257). */
    ANNOTATE('n');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    /**
     * Gives the letter.
     *
     * @return such as {@code r}
     */
    public char letter() {
        return letter;
    }
}
