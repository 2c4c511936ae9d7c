package dev.tegami.smtp;

import dev.tegami.smtp.internal.QueueId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one message at the server: one {@link Delivery} for each recipient, in the order of the envelope.
 *
 * @param deliveries one per recipient
 * @param reply the server's last word on the message, or empty if none came
 * @param reports what became of the delivery reports that were asked for
 * @param attempts the hosts that a relay tried, in order; empty for a session, which has one server
 */
public record Receipt(List<Delivery> deliveries, Optional<Reply> reply, Reports reports, List<Attempt> attempts) {
    /** What may become of a wish for delivery reports (RFC 3461). */
    public enum Reports {
        /** None was asked for. */
        NOT_ASKED,
        /** The server knows what was asked. */
        PASSED_ON,
        /** The server does not offer DSN; the message went without the wish. */
        NOT_OFFERED
    }

    /**
     * Keeps the values.
     *
     * @param deliveries one per recipient
     * @param reply the server's last word on the message
     * @param reports what became of the delivery reports that were asked for
     * @param attempts the hosts that a relay tried
     */
    public Receipt {
        deliveries = List.copyOf(deliveries);
        attempts = List.copyOf(attempts);
    }

    /**
     * Keeps the values of one session.
     *
     * @param deliveries one per recipient
     * @param reply the server's last word on the message
     * @param reports what became of the delivery reports that were asked for
     */
    public Receipt(List<Delivery> deliveries, Optional<Reply> reply, Reports reports) {
        this(deliveries, reply, reports, List.of());
    }

    /**
     * Lists the recipients the server took the message for.
     *
     * @return their deliveries
     */
    public List<Delivery> accepted() {
        return with(Delivery.Outcome.ACCEPTED);
    }

    /**
     * Lists the recipients the server refused.
     *
     * @return their deliveries
     */
    public List<Delivery> refused() {
        return with(Delivery.Outcome.REFUSED);
    }

    /**
     * Lists the recipients for whom another try makes sense and cannot deliver twice.
     *
     * @return their deliveries
     */
    public List<Delivery> worthAnotherTry() {
        return deliveries.stream().filter(d -> d.retry().isWorthwhile()).toList();
    }

    /**
     * Says whether to try again, and when, for {@link #worthAnotherTry()} together.
     *
     * @return the advice that comes first, or {@link Retry#NEVER} if none is worth it
     */
    public Retry retry() {
        return worthAnotherTry().stream()
                .map(Delivery::retry)
                .min(Comparator.comparing(advice -> advice.after().orElseThrow()))
                .orElse(Retry.NEVER);
    }

    boolean has(Delivery.Outcome outcome) {
        return deliveries.stream().anyMatch(d -> d.outcome() == outcome);
    }

    private List<Delivery> with(Delivery.Outcome outcome) {
        return deliveries.stream().filter(d -> d.outcome() == outcome).toList();
    }

    /**
     * Tells whether every recipient was accepted.
     *
     * @return true if none was refused, none is unknown and none was left out
     */
    public boolean isComplete() {
        return deliveries.stream().allMatch(Delivery::isAccepted);
    }

    /**
     * Gives the id under which the server keeps the message, as far as its reply shows one.
     *
     * @return the id as the server wrote it
     */
    public Optional<String> queueId() {
        return reply.filter(Reply::isPositive).flatMap(r -> QueueId.in(r.text()));
    }
}
