package dev.tegami.imap;

import java.util.Collection;
import java.util.stream.Collectors;

/** What to ask of a folder that is not selected (RFC 9051 §6.3.11). */
public enum StatusItem {
    /** The messages. */
    MESSAGES(""),
    /** The next UID. */
    UIDNEXT(""),
    /** The epoch of the UIDs. */
    UIDVALIDITY(""),
    /** The messages not seen. */
    UNSEEN(""),
    /** The messages marked as deleted (IMAP4rev2). */
    DELETED("IMAP4REV2"),
    /** The octets of all messages (RFC 8438). */
    SIZE("STATUS=SIZE"),
    /** The number of the last change (RFC 7162). */
    HIGHESTMODSEQ("CONDSTORE"),
    /** The most octets of a message to append (RFC 7889). */
    APPENDLIMIT("APPENDLIMIT"),
    /** The lasting id of the folder (RFC 8474). */
    MAILBOXID("OBJECTID");

    private final String capability;

    StatusItem(String capability) {
        this.capability = capability;
    }

    /** Those that the server knows, as in the command. */
    static String known(ImapSession session, Collection<StatusItem> items) {
        return items.stream()
                .filter(item -> item.isKnown(session))
                .map(StatusItem::name)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Whether a server with these capabilities knows the item. */
    boolean isKnown(ImapSession session) {
        return switch (this) {
            case SIZE -> session.offers(capability);
            case HIGHESTMODSEQ -> session.has(capability) || session.has("QRESYNC");
            case APPENDLIMIT -> session.capabilities().stream().anyMatch(name -> name.startsWith(capability));
            default -> capability.isEmpty() || session.has(capability);
        };
    }
}
