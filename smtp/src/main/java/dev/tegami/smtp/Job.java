package dev.tegami.smtp;

import dev.tegami.smtp.Delivery.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mail object on its way: one transaction, or several where the server's limits demand it. */
final class Job {
    private final MailObject mail;
    private final List<Part> parts = new ArrayList<>();
    private boolean begun;
    private @Nullable RuntimeException problem;

    private record Part(List<Integer> places, Transaction transaction) {}

    Job(MailObject mail) {
        this.mail = mail;
    }

    Envelope envelope() {
        return mail.envelope();
    }

    /** The recipients of one transaction. */
    Envelope envelope(List<Integer> places) {
        List<Recipient> all = mail.envelope().recipients();
        return places.size() == all.size()
                ? mail.envelope()
                : mail.envelope().recipients(places.stream().map(all::get).toList());
    }

    void add(List<Integer> places, Transaction transaction) {
        parts.add(new Part(places, transaction));
    }

    /** All transactions there will be were begun. */
    void isBegun() {
        begun = true;
    }

    /** No more parts are begun; those under way are still answered. */
    void failed(RuntimeException reason) {
        problem = reason;
        begun = true;
    }

    boolean isOver() {
        return begun && parts.stream().allMatch(part -> part.transaction().isOver());
    }

    /** Tells how it went, after it was over or the connection broke. */
    Handover handover(@Nullable RuntimeException broken) {
        RuntimeException reason = problem == null ? broken : problem;
        List<Ending> endings =
                parts.stream().map(part -> part.transaction().ending(reason)).toList();
        boolean whole = parts.size() == 1
                && parts.get(0).places().size() == envelope().recipients().size();
        if (whole) {
            return new Handover(mail, endings.get(0).receipt(), endings.get(0).problem());
        }
        Receipt receipt = merged(endings);
        List<RuntimeException> problems = new ArrayList<>();
        endings.forEach(ending -> ending.problem().ifPresent(problems::add));
        if (reason != null) {
            problems.add(reason);
        }
        return summed(mail, receipt, problems);
    }

    /** Tells how several transactions went together. */
    static Handover summed(MailObject mail, Receipt receipt, List<RuntimeException> problems) {
        boolean unknown = receipt.has(Outcome.UNKNOWN);
        boolean sent = receipt.has(Outcome.ACCEPTED) && !unknown;
        Optional<RuntimeException> error = problems.stream()
                .filter(problem -> !unknown || problem instanceof DeliveryUnknown)
                .findFirst();
        return new Handover(mail, receipt, sent ? Optional.empty() : error.map(e -> about(e, receipt)));
    }

    private Receipt merged(List<Ending> endings) {
        List<Delivery> deliveries = new ArrayList<>();
        envelope().recipients().forEach(r -> deliveries.add(new Delivery(r, Outcome.NOT_TRIED, Optional.empty())));
        Optional<Reply> last = Optional.empty();
        Receipt.Reports reports = Receipt.Reports.NOT_ASKED;
        for (int i = 0; i < endings.size(); i++) {
            Receipt receipt = endings.get(i).receipt();
            List<Integer> places = parts.get(i).places();
            for (int k = 0; k < places.size(); k++) {
                deliveries.set(places.get(k), receipt.deliveries().get(k));
            }
            last = receipt.reply().isPresent() ? receipt.reply() : last;
            reports = receipt.reports();
        }
        return new Receipt(deliveries, last, reports);
    }

    /** The same error with the receipt for all recipients. */
    private static RuntimeException about(RuntimeException error, Receipt all) {
        if (error instanceof SmtpRefused refused && refused.receipt().isPresent()) {
            return new SmtpRefused(refused.server().orElseThrow(), refused.during(), refused.reply(), all);
        }
        if (error instanceof DeliveryUnknown unknown && unknown.getCause() instanceof RuntimeException cause) {
            return new DeliveryUnknown(unknown.server().orElseThrow(), all, cause);
        }
        return error;
    }
}
