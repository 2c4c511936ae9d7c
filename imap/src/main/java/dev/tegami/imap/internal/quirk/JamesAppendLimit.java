package dev.tegami.imap.internal.quirk;

import java.util.List;

/**
 * Apache James 3.8 fails a whole LIST that asks for APPENDLIMIT; asked by STATUS, folder by folder, it answers.
 * Transcript: {@code james-appendlimit.txt}.
 */
public final class JamesAppendLimit {
    private static final String ITEM = "APPENDLIMIT";

    private JamesAppendLimit() {}

    /**
     * Divides items of STATUS into those that can be asked together.
     *
     * @param greeting what the server said first
     * @param items the items, with blanks between
     */
    public static List<String> apart(String greeting, String items) {
        boolean fails = greeting.contains("JAMES IMAP4rev1 Server") && items.contains(" " + ITEM);
        return fails ? List.of(items.replace(" " + ITEM, ""), ITEM) : List.of(items);
    }

    /** Whether these items must not be asked by LIST. */
    public static boolean failsInList(String greeting, String items) {
        return greeting.contains("JAMES IMAP4rev1 Server") && items.contains(ITEM);
    }
}
