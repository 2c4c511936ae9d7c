package dev.tegami.smtp;

import dev.tegami.smtp.Delivery.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps book of the recipients while a transaction runs. */
final class Tally {
    private final Envelope envelope;
    private final Receipt.Reports reports;
    private final List<Reply> replies = new ArrayList<>();
    private final List<Reply> finals = new ArrayList<>();
    private int accepted;
    private @Nullable Reply lastRefusal;

    Tally(Envelope envelope, Extensions extensions) {
        this.envelope = envelope;
        if (!envelope.asksForReports()) {
            this.reports = Receipt.Reports.NOT_ASKED;
        } else {
            this.reports = extensions.has("DSN") ? Receipt.Reports.PASSED_ON : Receipt.Reports.NOT_OFFERED;
        }
    }

    /** Notes the answer to the next RCPT. */
    void note(Reply reply) {
        replies.add(reply);
        if (reply.isPositive()) {
            accepted++;
        } else {
            lastRefusal = reply;
        }
    }

    /** Notes an answer to the message for the next of those accepted. */
    void conclude(Reply reply) {
        finals.add(reply);
    }

    /** Whether every RCPT was answered. */
    boolean isAnswered() {
        return replies.size() == envelope.recipients().size();
    }

    boolean hasAccepted() {
        return accepted > 0;
    }

    /** Whether each recipient accepted has its own answer to the message. */
    boolean isConcluded() {
        return finals.size() >= accepted;
    }

    /** The last answer to the message, one that took it if there is any. */
    Optional<Reply> lastWord() {
        return finals.stream()
                .filter(Reply::isPositive)
                .reduce((first, second) -> second)
                .or(() -> finals.stream().reduce((first, second) -> second));
    }

    /** The refusal to show where nobody was accepted: a passing one if there is any, so that nobody gives up early. */
    Optional<Reply> refusal() {
        return replies.stream().filter(Reply::isTransient).findFirst().or(() -> Optional.ofNullable(lastRefusal));
    }

    /** The message was answered: those accepted before share that answer. */
    Receipt answered(Reply reply) {
        return receipt(reply.isPositive() ? Outcome.ACCEPTED : Outcome.REFUSED, Optional.of(reply));
    }

    /** Each of those accepted before has its own answer; the outcome of those that lack one is unknown. */
    Receipt answeredEach() {
        List<Delivery> deliveries = new ArrayList<>();
        Iterator<Reply> own = finals.iterator();
        for (Delivery delivery : unknown().deliveries()) {
            if (delivery.outcome() == Outcome.UNKNOWN && own.hasNext()) {
                Reply reply = own.next();
                Outcome outcome = reply.isPositive() ? Outcome.ACCEPTED : Outcome.REFUSED;
                deliveries.add(new Delivery(delivery.recipient(), outcome, Optional.of(reply)));
            } else {
                deliveries.add(delivery);
            }
        }
        return new Receipt(deliveries, lastWord(), reports);
    }

    /** The answer never came. */
    Receipt unknown() {
        return receipt(Outcome.UNKNOWN, Optional.empty());
    }

    /** The message never came to its end. */
    Receipt notTried() {
        return receipt(Outcome.NOT_TRIED, Optional.empty());
    }

    private Receipt receipt(Outcome rest, Optional<Reply> reply) {
        List<Delivery> deliveries = new ArrayList<>();
        int index = 0;
        for (Recipient recipient : envelope.recipients()) {
            Reply own = index < replies.size() ? replies.get(index) : null;
            index++;
            if (own != null && !own.isPositive()) {
                deliveries.add(new Delivery(recipient, Outcome.REFUSED, Optional.of(own)));
            } else {
                deliveries.add(new Delivery(recipient, rest, reply));
            }
        }
        return new Receipt(deliveries, reply, reports);
    }
}
