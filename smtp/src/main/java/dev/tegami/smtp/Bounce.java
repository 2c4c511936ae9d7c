package dev.tegami.smtp;

import dev.tegami.mime.report.RecipientStatus;
import java.util.List;

/**
 * A delivery report and the message that caused it. Anybody can write a report: believe one that repeats an envelope id
 * nobody else could know.
 *
 * @param mail the message that was sent
 * @param basis how it was known again
 * @param fates what the report says of each recipient of that message it names, in its order
 */
public record Bounce(SentMail mail, Basis basis, List<Fate> fates) {
    /** How a message is known again, the surest first. */
    public enum Basis {
        /** The report repeats the envelope id (ENVID). */
        ENVELOPE_ID,
        /** The header that the report returns has the message's id. */
        MESSAGE_ID,
        /** The report names a recipient whom no other message went to. */
        RECIPIENT
    }

    /**
     * What a report says of one recipient.
     *
     * @param recipient the recipient as the envelope has it
     * @param status what the report says
     */
    public record Fate(Recipient recipient, RecipientStatus status) {}

    /**
     * Keeps the values.
     *
     * @param mail the message that was sent
     * @param basis how it was known again
     * @param fates what the report says of each recipient
     */
    public Bounce {
        fates = List.copyOf(fates);
    }
}
