package dev.tegami.pop3;

import java.util.List;

/**
 * What a collection did.
 *
 * @param stored the messages that were downloaded and stored
 * @param known how many listed messages were in the store before
 * @param deleted the messages deleted from the server
 * @param notes the messages that were passed over, and why
 */
public record Collected(List<Entry> stored, int known, List<Entry> deleted, List<Note> notes) {
    /**
     * A message that was passed over.
     *
     * @param entry the message
     * @param reason why
     */
    public record Note(Entry entry, String reason) {}
}
