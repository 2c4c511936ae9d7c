package dev.tegami.smtp;

import dev.tegami.mime.report.StatusCode;
import java.util.Optional;

/**
 * What became of one recipient.
 *
 * @param recipient the recipient
 * @param outcome whether the server took the message for it
 * @param reply the reply that decided, or empty if none came
 */
public record Delivery(Recipient recipient, Outcome outcome, Optional<Reply> reply) {
    /** What may become of a recipient. */
    public enum Outcome {
        /** The server took over the responsibility. */
        ACCEPTED,
        /** The server said no. */
        REFUSED,
        /** The connection was lost after the end of the message: it may have been delivered or not. */
        UNKNOWN,
        /** The server never had the message to its end for it: to send it again is safe. */
        NOT_TRIED
    }

    /**
     * Tells whether the server took over the responsibility.
     *
     * @return true if it did
     */
    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /**
     * Gives the enhanced code of the reply.
     *
     * @return the code, or empty if there was none
     */
    public Optional<StatusCode> enhancedCode() {
        return reply.flatMap(Reply::enhancedCode);
    }

    /**
     * Says whether to try this recipient again, and when. For an unknown outcome another try may deliver twice.
     *
     * @return the advice; {@link Retry#NEVER} for one that was accepted or whose outcome is unknown
     */
    public Retry retry() {
        return switch (outcome) {
            case REFUSED -> reply.map(Retry::after).orElse(Retry.SOON);
            case NOT_TRIED -> Retry.SOON;
            case ACCEPTED, UNKNOWN -> Retry.NEVER;
        };
    }
}
