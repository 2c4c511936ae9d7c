package dev.tegami.smtp;

import dev.tegami.smtp.Delivery.Outcome;
import java.util.Optional;

/**
 * How the handing over of one of many messages went.
 *
 * @param mail the message and its envelope
 * @param receipt what became of each recipient
 * @param problem what {@link SmtpSession#send(dev.tegami.mime.Message, Envelope)} would have thrown, or empty where the
 *     server took the message for at least one recipient and no outcome is unknown
 */
public record Handover(MailObject mail, Receipt receipt, Optional<RuntimeException> problem) {
    /** How it may have gone, for the message as a whole. */
    public enum State {
        /** The server took it for at least one recipient; {@link Handover#receipt()} tells about the others. */
        SENT,
        /** The server refused it for every recipient. */
        REFUSED,
        /** The connection was lost before the server's last word: to send it again may deliver it twice. */
        UNKNOWN,
        /** The server never had it to its end: to send it again is safe. */
        NOT_TRIED
    }

    /**
     * Sums the receipt up.
     *
     * @return unknown if any recipient is; else sent if any accepted it; else refused if any was refused
     */
    public State state() {
        if (receipt.has(Outcome.UNKNOWN)) {
            return State.UNKNOWN;
        }
        if (receipt.has(Outcome.ACCEPTED)) {
            return State.SENT;
        }
        return receipt.has(Outcome.REFUSED) ? State.REFUSED : State.NOT_TRIED;
    }

    /**
     * Gives the receipt as {@link SmtpSession#send(dev.tegami.mime.Message, Envelope)} does.
     *
     * @return what became of each recipient; at least one was accepted
     * @throws RuntimeException the problem, if there is one
     */
    public Receipt orThrow() {
        if (problem.isPresent()) {
            throw problem.get();
        }
        return receipt;
    }
}
