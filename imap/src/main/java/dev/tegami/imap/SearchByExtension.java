package dev.tegami.imap;

import dev.tegami.imap.internal.command.EntryName;
import dev.tegami.imap.internal.command.SearchLabel;
import dev.tegami.imap.internal.command.SearchText;

/** The questions that some servers take only; use them as those of {@link Search}. */
public abstract sealed class SearchByExtension extends SearchByTime permits Search {
    SearchByExtension() {}

    /**
     * Finds what a question finds, and what is close to it: other forms of words, misspellings (RFC 6203); needs
     * SEARCH=FUZZY.
     *
     * @param question what to look for
     * @return the question
     */
    public static Search fuzzy(Search question) {
        return question.after("FUZZY ");
    }

    /**
     * Finds what a question finds that is kept on the server by a name (RFC 5466); needs FILTERS. It is kept as the
     * entry {@code /private/filters/values/NAME} of {@link ImapSession#serverMetadata()}, or {@code /shared/…}.
     *
     * @param name the name of the filter
     * @return the question
     * @throws IllegalArgumentException for a name that is no atom
     */
    public static Search filter(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7F && "(){%*\"\\]/".indexOf(c) < 0)) {
            throw new IllegalArgumentException("not the name of a filter");
        }
        return Search.key("FILTER " + name);
    }

    /**
     * Finds messages on which something is noted, by this user or by anybody (RFC 5257); needs ANNOTATE-EXPERIMENT-1.
     *
     * @param name such as {@code /comment}
     * @param text a part of the value
     * @return the question
     * @throws IllegalArgumentException for what is no such name
     */
    public static Search annotated(String name, String text) {
        String entry = "ANNOTATION \"" + EntryName.checked(name) + "\" \"value\" ";
        return Search.key(entry, new SearchText(text));
    }

    /**
     * Finds what Gmail's own search finds; needs X-GM-EXT-1.
     *
     * @param question in Gmail's syntax, such as {@code has:attachment in:unread}
     * @return the question
     */
    public static Search gmail(String question) {
        return Search.key("X-GM-RAW ", new SearchText(question));
    }

    /**
     * Finds messages with a label; needs X-GM-EXT-1.
     *
     * @param label the label, such as {@code \Important} or one of the user's
     * @return the question
     */
    public static Search gmailLabel(String label) {
        return Search.key("X-GM-LABELS ", new SearchLabel(label));
    }

    /**
     * Finds the message with a lasting id; needs X-GM-EXT-1.
     *
     * @param id what {@link Summary#gmailMessageId()} gave
     * @return the question
     */
    public static Search gmailMessageId(long id) {
        return Search.key("X-GM-MSGID " + Long.toUnsignedString(id));
    }

    /**
     * Finds the messages of a conversation; needs X-GM-EXT-1.
     *
     * @param id what {@link Summary#gmailThreadId()} gave
     * @return the question
     */
    public static Search gmailThreadId(long id) {
        return Search.key("X-GM-THRID " + Long.toUnsignedString(id));
    }
}
