package dev.tegami.imap;

import dev.tegami.imap.internal.command.EntryName;
import java.util.Map;
import java.util.Optional;

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

    /** A few words to show in a list (RFC 8970); needs PREVIEW. */
    public static final Fetch PREVIEW = new Fetch("PREVIEW");
    /** When the message came to this folder (RFC 8514); needs SAVEDATE. */
    public static final Fetch SAVE_DATE = new Fetch("SAVEDATE");
    /** The id that a message keeps in every folder (RFC 8474); needs OBJECTID. */
    public static final Fetch EMAIL_ID = new Fetch("EMAILID");
    /** The id of the conversation (RFC 8474); needs OBJECTID. */
    public static final Fetch THREAD_ID = new Fetch("THREADID");
    /** The lasting id of the message at Gmail; needs X-GM-EXT-1. */
    public static final Fetch GMAIL_MESSAGE_ID = new Fetch("X-GM-MSGID");
    /** The lasting id of the conversation at Gmail; needs X-GM-EXT-1. */
    public static final Fetch GMAIL_THREAD_ID = new Fetch("X-GM-THRID");
    /** The labels at Gmail; needs X-GM-EXT-1. */
    public static final Fetch GMAIL_LABELS = new Fetch("X-GM-LABELS");
    /** The number of the last change (RFC 7162); needs CONDSTORE. */
    public static final Fetch MODSEQ = new Fetch("MODSEQ");

    private static final Map<String, Extension> NEEDS = Map.of(
            "PREVIEW", Extension.PREVIEW,
            "SAVEDATE", Extension.SAVEDATE,
            "EMAILID", Extension.OBJECTID,
            "THREADID", Extension.OBJECTID,
            "MODSEQ", Extension.CONDSTORE,
            "BINARY.PEEK", Extension.BINARY,
            "ANNOTATION", Extension.ANNOTATE,
            "X-GM-MSGID", Extension.GMAIL,
            "X-GM-THRID", Extension.GMAIL,
            "X-GM-LABELS", Extension.GMAIL);

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

    /**
     * Asks for the content of a part, decoded by the server (RFC 3516), without marking it as read; needs BINARY or
     * IMAP4rev2.
     *
     * @param section a part or the whole message
     * @return the item
     * @throws IllegalArgumentException for a header, which has no transfer encoding
     */
    public static Fetch binary(Section section) {
        return new Fetch(section.binaryItem());
    }

    /**
     * Asks for what is noted on the message by a name (RFC 5257), both values; needs ANNOTATE-EXPERIMENT-1.
     *
     * @param name such as {@code /comment}
     * @return the item
     * @throws IllegalArgumentException for what is no such name
     */
    public static Fetch annotation(String name) {
        return new Fetch("ANNOTATION (\"" + EntryName.checked(name) + "\" (\"value.priv\" \"value.shared\"))");
    }

    /** What the item needs beyond IMAP4rev1. */
    Optional<Extension> needed() {
        return Optional.ofNullable(NEEDS.get(item.split("[ \\[]", 2)[0]));
    }

    /** Gives the item as in the command. */
    @Override
    public String toString() {
        return item;
    }
}
