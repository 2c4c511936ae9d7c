package dev.tegami.imap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Numbers about a folder that is not selected (RFC 9051 §6.3.11).
 *
 * @param folder the name
 * @param values the numbers by the name of their item, in capitals, such as {@code MESSAGES}
 * @param mailboxId the lasting id of the folder (RFC 8474), if asked for and given
 */
public record Status(String folder, Map<String, Long> values, Optional<String> mailboxId) {
    /**
     * Takes the values.
     *
     * @param folder the name
     * @param values the numbers
     * @param mailboxId the lasting id
     */
    public Status {
        values = Map.copyOf(values);
    }

    /** Adds what another answer says of the same folder. */
    Status and(Status other) {
        Map<String, Long> all = new HashMap<>(values);
        all.putAll(other.values);
        return new Status(folder, all, mailboxId.or(other::mailboxId));
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

    /**
     * Gives the octets of all messages (RFC 8438).
     *
     * @return the number, if asked for and given
     */
    public OptionalLong size() {
        return value("SIZE");
    }

    /**
     * Gives the most octets a message to append may have (RFC 7889).
     *
     * @return the limit, if asked for and there is one
     */
    public OptionalLong appendLimit() {
        return value("APPENDLIMIT");
    }

    /**
     * Gives the number of the last change (RFC 7162).
     *
     * @return the number, if asked for and given
     */
    public OptionalLong highestModSeq() {
        return value("HIGHESTMODSEQ");
    }

    /**
     * Counts the messages with {@link Flag#DELETED} (RFC 9051 §6.3.11).
     *
     * @return the number, if asked for and given
     */
    public OptionalLong deleted() {
        return value("DELETED");
    }

    /**
     * Counts the octets that removing the messages with {@link Flag#DELETED} gives back (RFC 9208 §4.1.4).
     *
     * @return the number, if asked for and given
     */
    public OptionalLong deletedStorage() {
        return value("DELETED-STORAGE");
    }
}
