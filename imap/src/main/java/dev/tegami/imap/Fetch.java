package dev.tegami.imap;

/** What to fetch of a message (RFC 9051 §6.4.5). Nothing here marks a message as read. */
public final class Fetch {
    /** From, to, subject and date. */
    public static final Fetch ENVELOPE = new Fetch("ENVELOPE");
    /** The flags. */
    public static final Fetch FLAGS = new Fetch("FLAGS");
    /** The shape of the message. */
    public static final Fetch STRUCTURE = new Fetch("BODYSTRUCTURE");
    /** When the message came to the server. */
    public static final Fetch INTERNAL_DATE = new Fetch("INTERNALDATE");
    /** The octets of the message. */
    public static final Fetch SIZE = new Fetch("RFC822.SIZE");
    /** The UID; always fetched where UIDs name the messages. */
    public static final Fetch UID = new Fetch("UID");

    private final String item;

    private Fetch(String item) {
        this.item = item;
    }

    /**
     * Asks for a stretch of the message, into memory, without marking it as read.
     *
     * @param section which
     * @return the item
     */
    public static Fetch section(Section section) {
        return new Fetch(section.item());
    }

    /** Gives the item as in the command. */
    @Override
    public String toString() {
        return item;
    }
}
