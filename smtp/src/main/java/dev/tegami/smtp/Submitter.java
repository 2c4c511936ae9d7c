package dev.tegami.smtp;

import dev.tegami.mime.Mailbox;
import java.util.Optional;

/**
 * The authenticated sender that {@code AUTH=} on MAIL names (RFC 4954 §5).
 *
 * @param mailbox who, or empty if it is not known or not trusted
 */
public record Submitter(Optional<Mailbox> mailbox) {
    /**
     * Names a person.
     *
     * @param mailbox the address
     * @return the submitter
     */
    public static Submitter of(Mailbox mailbox) {
        return new Submitter(Optional.of(mailbox));
    }

    /**
     * Says that nobody is known: {@code AUTH=<>}.
     *
     * @return the unknown submitter
     */
    public static Submitter unknown() {
        return new Submitter(Optional.empty());
    }
}
