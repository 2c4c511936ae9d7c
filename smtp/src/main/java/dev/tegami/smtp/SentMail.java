package dev.tegami.smtp;

import java.util.Optional;

/**
 * What to remember of a message that was sent, to know its bounces again.
 *
 * @param envelope from whom and to whom
 * @param messageId the id in its header, if it has one
 * @param receipt what became of it when it was sent
 */
public record SentMail(Envelope envelope, Optional<String> messageId, Receipt receipt) {
    /**
     * Remembers a message of a batch.
     *
     * @param handover how it went
     * @return what to remember
     */
    public static SentMail of(Handover handover) {
        return new SentMail(
                handover.mail().envelope(), handover.mail().message().messageId(), handover.receipt());
    }
}
