package dev.tegami.smtp;

import dev.tegami.MailException;
import dev.tegami.dns.DnsFailed;
import dev.tegami.net.Security;
import dev.tegami.net.TlsFailed;
import dev.tegami.smtp.Attempt.Result;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.smtp.Exchangers.Undeliverable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One message on its way to the hosts of its recipients, one domain after another. */
final class Forwarding {
    private final Relay relay;
    private final MailObject mail;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    /** Those whose last host refused the session, whatever they are. */
    private final Set<Integer> unwelcome = new HashSet<>();

    private Optional<Reply> last = Optional.empty();
    private Receipt.Reports reports = Receipt.Reports.NOT_ASKED;

    Forwarding(Relay relay, MailObject mail) {
        this.relay = relay;
        this.mail = mail;
        for (Recipient recipient : mail.envelope().recipients()) {
            deliveries.add(new Delivery(recipient, Outcome.NOT_TRIED, Optional.empty()));
        }
    }

    Receipt receipt() {
        return new Receipt(deliveries, last, reports, attempts);
    }

    Receipt refused(Reply reply) {
        for (int i = 0; i < deliveries.size(); i++) {
            refuse(i, reply);
        }
        last = Optional.of(reply);
        return receipt();
    }

    private void refuse(int place, Reply reply) {
        deliveries.set(place, new Delivery(deliveries.get(place).recipient(), Outcome.REFUSED, Optional.of(reply)));
    }

    /** Sends to the recipients of one domain. */
    void to(String domain, List<Integer> places, Exchangers exchangers) {
        try {
            for (String host : exchangers.of(domain)) {
                List<Integer> left = places.stream().filter(this::isOpen).toList();
                if (left.isEmpty()) {
                    return;
                }
                at(host, left);
            }
        } catch (Undeliverable e) {
            attempts.add(new Attempt(domain, Result.FAILED, e.reply().toString()));
            places.forEach(place -> refuse(place, e.reply()));
        } catch (DnsFailed e) {
            attempts.add(new Attempt(domain, Result.FAILED, String.valueOf(e.getMessage())));
        }
    }

    /** Whether another host may be tried for the recipient. */
    private boolean isOpen(int place) {
        Delivery delivery = deliveries.get(place);
        boolean passing = delivery.reply().filter(Reply::isTransient).isPresent();
        return switch (delivery.outcome()) {
            case NOT_TRIED -> true;
            case REFUSED -> passing || unwelcome.contains(place);
            case ACCEPTED, UNKNOWN -> false;
        };
    }

    private void at(String host, List<Integer> places) {
        Security security = relay.security(host, mail.envelope());
        try {
            at(host, security, places);
        } catch (TlsFailed e) {
            Optional<Security> other = Relay.fallback(security);
            note(host, Result.FAILED, e);
            other.ifPresent(weaker -> inClear(host, weaker, places));
        }
    }

    private void inClear(String host, Security security, List<Integer> places) {
        try {
            at(host, security, places);
        } catch (TlsFailed e) {
            note(host, Result.FAILED, e);
        }
    }

    /** Tries one host; what it does is noted, save that TLS failed. */
    private void at(String host, Security security, List<Integer> places) {
        try (SmtpSession session = relay.open(host, security)) {
            handOver(host, session, places);
        } catch (TlsFailed e) {
            throw e;
        } catch (SmtpRefused e) {
            note(host, Result.REFUSED, e);
            for (int place : places) {
                refuse(place, e.reply());
                unwelcome.add(place);
            }
        } catch (MailException e) {
            note(host, Result.FAILED, e);
        }
    }

    private void handOver(String host, SmtpSession session, List<Integer> places) {
        List<Recipient> recipients = places.stream()
                .map(place -> mail.envelope().recipients().get(place))
                .toList();
        MailObject part = new MailObject(mail.message(), mail.envelope().recipients(recipients));
        Handover handover = session.sendAll(List.of(part)).get(0);
        Receipt receipt = handover.receipt();
        for (int i = 0; i < places.size(); i++) {
            Delivery delivery = receipt.deliveries().get(i);
            if (delivery.outcome() != Outcome.NOT_TRIED) {
                deliveries.set(places.get(i), delivery);
                unwelcome.remove(places.get(i));
            }
        }
        last = receipt.reply().isPresent() ? receipt.reply() : last;
        reports = receipt.reports();
        Result result =
                switch (handover.state()) {
                    case SENT -> Result.TOOK_IT;
                    case REFUSED -> Result.REFUSED;
                    case UNKNOWN -> Result.UNKNOWN;
                    case NOT_TRIED -> Result.FAILED;
                };
        String how = session.isSecure() ? "over TLS: " : "in clear: ";
        String said = handover.problem()
                .map(problem -> String.valueOf(problem.getMessage()))
                .orElseGet(() -> receipt.reply().map(Reply::toString).orElse(""));
        attempts.add(new Attempt(host, result, how + said));
        if (handover.state() == Handover.State.NOT_TRIED) {
            unfit(handover.problem().orElseThrow(), places);
        }
    }

    /** A message that the host cannot carry: another one may, and if none can, later is no better than now. */
    private void unfit(RuntimeException problem, List<Integer> places) {
        boolean ours = problem instanceof IllegalArgumentException;
        if (ours || problem instanceof ExtensionMissing || problem instanceof MessageTooLarge) {
            Reply reply = new Reply(554, List.of("5.6.3 " + problem.getMessage()));
            places.forEach(place -> refuse(place, reply));
            unwelcome.addAll(places);
        }
    }

    private void note(String host, Result result, RuntimeException e) {
        attempts.add(new Attempt(host, result, String.valueOf(e.getMessage())));
    }
}
