package dev.tegami.mime.report;

import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import java.util.Optional;

/**
 * The message that a report is about, as it was returned: all of it, or its header alone.
 *
 * @param header its header, or what is left of it
 * @param message all of it; empty if only the header was returned
 */
public record Returned(Header header, Optional<Message> message) {
    /**
     * Returns all of a message but for its Bcc.
     *
     * @param message the message
     * @return all of it
     */
    public static Returned whole(Message message) {
        Message shown = message.withoutBcc();
        return new Returned(shown.header(), Optional.of(shown));
    }

    /**
     * Returns the header of a message but for its Bcc.
     *
     * @param message the message
     * @return its header
     */
    public static Returned header(Message message) {
        return new Returned(message.withoutBcc().header(), Optional.empty());
    }
}
