package dev.tegami.smtp;

import dev.tegami.smtp.Delivery.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A message that may need several sessions: what became of its recipients so far, and to whom it must still go. */
final class Course {
    private final MailObject whole;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<RuntimeException> problems = new ArrayList<>();
    private List<Integer> left;
    private MailObject rest;
    private Optional<Reply> last = Optional.empty();
    private Receipt.Reports reports = Receipt.Reports.NOT_ASKED;
    private boolean decided;
    private boolean moved;
    private boolean divided;
    private boolean more = true;
    private int keptAtMost;
    private int idle;

    /** A course over connections of which at most so many were kept and may be dead. */
    Course(MailObject whole, int keptAtMost) {
        this.whole = whole;
        this.keptAtMost = keptAtMost;
        this.rest = whole;
        whole.envelope()
                .recipients()
                .forEach(recipient -> deliveries.add(new Delivery(recipient, Outcome.NOT_TRIED, Optional.empty())));
        this.left = IntStream.range(0, deliveries.size()).boxed().toList();
    }

    /** The message for those who are left. */
    MailObject rest() {
        return rest;
    }

    /** Whether another session may bring it further. */
    boolean goesOn() {
        return more;
    }

    /** Whether the last try decided about recipients and left others. */
    boolean hasMoved() {
        return moved;
    }

    /** Whether tries have decided about recipients: they must not be forgotten. */
    boolean isPartlyDone() {
        return decided;
    }

    /** How many tries in a row decided nothing, without those over kept connections that may have been dead before. */
    int idle() {
        return idle;
    }

    /** Notes how a try with the rest went, over a new connection or a kept one. */
    void note(Handover handover, boolean fresh) {
        keep(handover);
        if (Attempts.isWorthAnother(handover)) {
            moved = false;
            idle += fresh || keptAtMost-- <= 0 ? 1 : 0;
            return;
        }
        List<Integer> untried = left.stream().filter(this::isUntried).toList();
        moved = untried.size() < left.size();
        decided |= moved;
        more = moved && !untried.isEmpty();
        if (more) {
            idle = 0;
            divided = true;
            left = untried;
            rest = new MailObject(whole.message(), restOf(whole.envelope()));
        }
    }

    /** A server that closes has refused nobody. */
    private boolean isUntried(int place) {
        Delivery delivery = deliveries.get(place);
        boolean closing = delivery.outcome() == Outcome.REFUSED
                && delivery.reply().filter(Attempts::isClosing).isPresent();
        return closing || delivery.outcome() == Outcome.NOT_TRIED;
    }

    private Envelope restOf(Envelope envelope) {
        return envelope.recipients(left.stream().map(envelope.recipients()::get).toList());
    }

    private void keep(Handover handover) {
        Receipt receipt = handover.receipt();
        for (int i = 0; i < left.size(); i++) {
            deliveries.set(left.get(i), receipt.deliveries().get(i));
        }
        last = receipt.reply().or(() -> last);
        reports = receipt.reports() == Receipt.Reports.NOT_ASKED ? reports : receipt.reports();
        handover.problem().ifPresent(problems::add);
    }

    /** Nobody tries it for those who are left. */
    void broken(RuntimeException reason) {
        List<Recipient> recipients = whole.envelope().recipients();
        if (more) {
            left.forEach(place ->
                    deliveries.set(place, new Delivery(recipients.get(place), Outcome.NOT_TRIED, Optional.empty())));
        }
        problems.add(reason);
        more = false;
    }

    /** Tells how it went for all recipients. */
    Handover handover() {
        if (!divided) {
            Optional<RuntimeException> problem =
                    problems.isEmpty() ? Optional.empty() : Optional.of(problems.get(problems.size() - 1));
            return new Handover(whole, receipt(), decided && isSent() ? Optional.empty() : problem);
        }
        return Job.summed(whole, receipt(), problems);
    }

    private boolean isSent() {
        return receipt().has(Outcome.ACCEPTED) && !receipt().has(Outcome.UNKNOWN);
    }

    private Receipt receipt() {
        return new Receipt(deliveries, last, reports);
    }
}
