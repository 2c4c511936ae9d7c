package dev.tegami.imap.internal.quirk;

import java.util.List;

/**
 * Cyrus 3.6 and 3.10 send stray memory for MAILBOXID when STATUS or LIST asks for counts too; asked alone, it is right.
 * Transcript: {@code cyrus-mailboxid.txt}.
 */
public final class CyrusMailboxIds {
    private CyrusMailboxIds() {}

    /**
     * Divides items of STATUS into those that can be asked together.
     *
     * @param greeting what the server said first
     * @param items the items, with blanks between
     */
    public static List<String> apart(String greeting, String items) {
        boolean spoils = greeting.contains("Cyrus IMAP") && items.contains(" MAILBOXID");
        return spoils ? List.of(items.replace(" MAILBOXID", ""), "MAILBOXID") : List.of(items);
    }

    /** Whether a text is an object id at all (RFC 8474 §7); where the greeting tells no brand, nonsense is left out. */
    public static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,255}");
    }
}
