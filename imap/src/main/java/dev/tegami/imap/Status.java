package dev.tegami.imap;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers about a folder that is not selected (RFC 9051 §6.3.11).
 *
 * @param folder the name
 * @param values the numbers by the name of their item, in capitals, such as {@code MESSAGES}
 */
public record Status(String folder, Map<String, Long> values) {
    /**
     * Takes the values.
     *
     * @param folder the name
     * @param values the numbers
     */
    public Status {
        values = Map.copyOf(values);
    }

    /**
     * Gives one number.
     *
     * @param item such as {@code UNSEEN}
     * @return the number, if the server gave it
     */
    public OptionalLong value(String item) {
        Long value = values.get(item);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * Counts the messages.
     *
     * @return the number, if the server gave it
     */
    public OptionalLong messages() {
        return value("MESSAGES");
    }

    /**
     * Counts the messages without {@link Flag#SEEN}.
     *
     * @return the number, if the server gave it
     */
    public OptionalLong unseen() {
        return value("UNSEEN");
    }

    /**
     * Gives the UID the next message gets.
     *
     * @return the number, if the server gave it
     */
    public OptionalLong uidNext() {
        return value("UIDNEXT");
    }

    /**
     * Gives the epoch of the UIDs.
     *
     * @return the number, if the server gave it
     */
    public OptionalLong uidValidity() {
        return value("UIDVALIDITY");
    }
}
