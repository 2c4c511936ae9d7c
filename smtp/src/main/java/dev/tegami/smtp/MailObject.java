package dev.tegami.smtp;

import dev.tegami.mime.Message;

/**
 * What SMTP transports: a message and its envelope (RFC 5321 §2.3.1).
 *
 * @param message the message; its Bcc is taken out when it is sent
 * @param envelope from whom and to whom
 */
public record MailObject(Message message, Envelope envelope) {
    /**
     * Takes the envelope that the header names: {@link Envelope#of(Message)}.
     *
     * @param message the message
     * @return the mail object
     * @throws dev.tegami.mime.MimeException if the header names no sender or no recipient
     */
    public static MailObject of(Message message) {
        return new MailObject(message, Envelope.of(message));
    }
}
