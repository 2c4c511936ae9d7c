package dev.tegami.imap;

import dev.tegami.imap.internal.command.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question to the server that reads as a sentence (RFC 9051 §6.4.4). Immutable.
 *
 * <pre>{@code
 * import static dev.tegami.imap.Search.*;
 * inbox.search(unseen().and(from("ada")).and(since(LocalDate.of(2026, 1, 1))));
 * }</pre>
 */
public final class Search extends SearchByExtension {
    private final List<Object> words;
    private final int keys;
    private final @Nullable Search opposite;

    private Search(List<Object> words, int keys) {
        this(words, keys, null);
    }

    private Search(List<Object> words, int keys, @Nullable Search opposite) {
        this.words = words;
        this.keys = keys;
        this.opposite = opposite;
    }

    static Search key(Object... words) {
        return new Search(List.of(words), 1);
    }

    private static Search text(String key, String text) {
        return key(key + " ", new SearchText(text));
    }

    /**
     * Finds every message.
     *
     * @return the question
     */
    public static Search all() {
        return key("ALL");
    }

    /**
     * Finds messages without {@link Flag#SEEN}.
     *
     * @return the question
     */
    public static Search unseen() {
        return key("UNSEEN");
    }

    /**
     * Finds messages with {@link Flag#SEEN}.
     *
     * @return the question
     */
    public static Search seen() {
        return key("SEEN");
    }

    /**
     * Finds messages with a flag.
     *
     * @param flag the flag
     * @return the question
     */
    public static Search flagged(Flag flag) {
        return key(flagKey(flag));
    }

    private static String flagKey(Flag flag) {
        String name = Flag.of(flag.name()).name();
        return name.startsWith("\\") ? name.substring(1).toUpperCase(Locale.ROOT) : "KEYWORD " + name;
    }

    /**
     * Finds messages with a text in the From field.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search from(String text) {
        return text("FROM", text);
    }

    /**
     * Finds messages with a text in the To field.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search to(String text) {
        return text("TO", text);
    }

    /**
     * Finds messages with a text in the Cc field.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search cc(String text) {
        return text("CC", text);
    }

    /**
     * Finds messages with a text in the Bcc field.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search bcc(String text) {
        return text("BCC", text);
    }

    /**
     * Finds messages with a text in the subject.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search subject(String text) {
        return text("SUBJECT", text);
    }

    /**
     * Finds messages with a text in the body.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search body(String text) {
        return text("BODY", text);
    }

    /**
     * Finds messages with a text in header or body.
     *
     * @param text the text, in any case
     * @return the question
     */
    public static Search anywhere(String text) {
        return text("TEXT", text);
    }

    /**
     * Finds messages with a text in a field of the header.
     *
     * @param field the name of the field
     * @param text the text, or an empty one for any value
     * @return the question
     */
    public static Search header(String field, String text) {
        return key("HEADER ", new SearchText(field), " ", new SearchText(text));
    }

    /**
     * Finds messages with more octets.
     *
     * @param octets how many
     * @return the question
     */
    public static Search larger(long octets) {
        return key("LARGER " + octets);
    }

    /**
     * Finds messages with fewer octets.
     *
     * @param octets how many
     * @return the question
     */
    public static Search smaller(long octets) {
        return key("SMALLER " + octets);
    }

    /**
     * Finds messages that changed since (RFC 7162 §3.1.5); needs CONDSTORE.
     *
     * @param modSeq the number of the first change that counts
     * @return the question
     */
    public static Search modifiedSince(long modSeq) {
        return key("MODSEQ " + modSeq);
    }

    /**
     * Finds the message with an id that lasts (RFC 8474); needs OBJECTID.
     *
     * @param id what {@link Summary#emailId()} gave
     * @return the question
     */
    public static Search emailId(String id) {
        return key("EMAILID ", new SearchText(id));
    }

    /**
     * Finds the messages of a conversation (RFC 8474); needs OBJECTID.
     *
     * @param id what {@link Summary#threadId()} gave
     * @return the question
     */
    public static Search threadId(String id) {
        return key("THREADID ", new SearchText(id));
    }

    /**
     * Finds messages of a set.
     *
     * @param messages the set, not empty
     * @return the question
     */
    public static Search in(MessageSet messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("an empty set");
        }
        return key((messages instanceof UidSet ? "UID " : "") + messages);
    }

    /**
     * Finds what the question does not.
     *
     * @param question the question
     * @return its opposite
     */
    public static Search not(Search question) {
        Search opposite = question.opposite; // NOT NOT is grammar, but Courier does not take it
        return opposite != null ? opposite : new Search(List.of(joined("NOT ", question.grouped())), 1, question);
    }

    /**
     * Finds what both questions find.
     *
     * @param other the other question
     * @return both
     */
    public Search and(Search other) {
        return new Search(List.of(joined(words, List.of(" "), other.words)), keys + other.keys);
    }

    /**
     * Finds what either question finds.
     *
     * @param other the other question
     * @return either
     */
    public Search or(Search other) {
        return key(joined("OR ", grouped(), " ", other.grouped()));
    }

    /** The question as one key behind a word. */
    Search after(String word) {
        return key(joined(word, grouped()));
    }

    private List<Object> grouped() {
        return keys == 1 ? words : List.of(joined("(", words, ")"));
    }

    private static Object[] joined(Object... parts) {
        List<Object> all = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof List<?> list) {
                all.addAll(list);
            } else {
                all.add(Objects.requireNonNull(part));
            }
        }
        return all.toArray();
    }

    List<Object> words() {
        return words;
    }

    /** Gives the question as on the wire, with its texts in quotes. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        words.forEach(word -> out.append(word instanceof SearchText text ? '"' + text.text() + '"' : word));
        return out.toString();
    }
}
