package dev.tegami.imap;

import dev.tegami.imap.internal.command.SearchText;
import dev.tegami.imap.internal.wire.ModifiedUtf7;

/** Labels as Gmail writes them: its own with a backslash, the user's as folder names are written. */
final class GmailLabels {
    private GmailLabels() {}

    /** A label as a word of a search. */
    static Object word(String label) {
        return isOwn(label) ? label : new SearchText(ModifiedUtf7.encode(label));
    }

    /** Gmail's own labels are flags. */
    static boolean isOwn(String label) {
        return label.matches("\\\\[A-Za-z]+");
    }
}
