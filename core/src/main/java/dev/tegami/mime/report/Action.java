package dev.tegami.mime.report;

import java.util.Locale;

/** What the reporting server did for one recipient (RFC 3464 section 2.3.3). */
public enum Action {
    /** It gave up. */
    FAILED,
    /** It goes on trying. */
    DELAYED,
    /** It put the message into the recipient's mailbox. */
    DELIVERED,
    /** It gave the message to a server that sends no such reports. */
    RELAYED,
    /** It gave the message to the members of a list. */
    EXPANDED,
    /** The report states none, or one that nobody defined. */
    UNKNOWN;

    static Action of(String word) {
        for (Action action : values()) {
            if (action.name().equalsIgnoreCase(word)) {
                return action;
            }
        }
        return UNKNOWN;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
