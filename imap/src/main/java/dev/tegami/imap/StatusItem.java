package dev.tegami.imap;

import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.imap.internal.quirk.CyrusMailboxIds;
import dev.tegami.imap.internal.quirk.JamesAppendLimit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    /** The octets that removing the messages marked as deleted gives back (RFC 9208 §4.1.4). */
    DELETED_STORAGE("QUOTA=RES-STORAGE"),
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

    /** Those that the server knows, as in its commands: one, or more where it mixes them up. */
    static List<String> known(ImapSession session, Collection<StatusItem> items) {
        String all = items.stream()
                .filter(item -> item.isKnown(session))
                .map(item -> item.name().replace('_', '-'))
                .distinct()
                .collect(Collectors.joining(" "));
        String greeting = session.conversation().greeting();
        return all.isEmpty()
                ? List.of()
                : JamesAppendLimit.apart(greeting, all).stream()
                        .flatMap(part -> CyrusMailboxIds.apart(greeting, part).stream())
                        .toList();
    }

    /** Whether a server with these capabilities knows the item. */
    boolean isKnown(ImapSession session) {
        return switch (this) {
            case SIZE -> session.offers(capability);
            case HIGHESTMODSEQ -> session.has(capability) || session.has("QRESYNC");
            default -> capability.isEmpty() || session.has(capability);
        };
    }

    /** Asks for the items of one folder. */
    static Status ask(ImapSession session, String folder, Collection<StatusItem> items) {
        Status status = new Status(folder, Map.of(), Optional.empty());
        for (String part : known(session, items)) {
            status = session.conversation().run(new StatusCommand(folder, part)).and(status);
        }
        return complete(session, items, status);
    }

    /** A limit that the server gave once for all folders counts as one of each; it may refuse to be asked again. */
    static Status complete(ImapSession session, Collection<StatusItem> items, Status status) {
        OptionalLong limit = Appending.limit(session.conversation());
        if (limit.isEmpty() || !items.contains(APPENDLIMIT)) {
            return status;
        }
        Map<String, Long> values = new HashMap<>(status.values());
        values.put(APPENDLIMIT.name(), limit.getAsLong());
        return new Status(status.folder(), values, status.mailboxId());
    }
}
