package dev.tegami.smtp;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.report.DeliveryStatus;
import dev.tegami.mime.report.RecipientStatus;
import dev.tegami.mime.report.Report;
import dev.tegami.smtp.Bounce.Basis;
import dev.tegami.smtp.Bounce.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Messages that were sent, in which the one that caused a delivery report (RFC 3464) is looked up. Immutable.
 *
 * <pre>{@code
 * Optional<Bounce> bounce = SentMails.of(sent).causeOf(report);
 * }</pre>
 */
public final class SentMails {
    private final List<SentMail> mails;

    private SentMails(Collection<SentMail> mails) {
        this.mails = List.copyOf(mails);
    }

    /**
     * Keeps messages.
     *
     * @param mails the messages
     * @return them
     */
    public static SentMails of(Collection<SentMail> mails) {
        return new SentMails(mails);
    }

    /**
     * Looks for the message that caused a report: by the envelope id, else by the id of the message it returns, else by
     * a recipient, if only one message went to it.
     *
     * @param message what may be a report
     * @return the message and what became of it, or empty for what is no delivery report, or one on another's message
     */
    public Optional<Bounce> causeOf(Message message) {
        return Report.of(message).flatMap(this::causeOf);
    }

    private Optional<Bounce> causeOf(Report report) {
        if (!(report.notification() instanceof DeliveryStatus status)) {
            return Optional.empty();
        }
        return status.envelopeId()
                .flatMap(id -> only(
                        mail -> mail.envelope().envelopeId().filter(id::equals).isPresent()))
                .map(mail -> bounce(mail, Basis.ENVELOPE_ID, status))
                .or(() -> messageId(report)
                        .flatMap(id -> only(mail -> mail.messageId()
                                .map(SentMails::bare)
                                .filter(id::equals)
                                .isPresent()))
                        .map(mail -> bounce(mail, Basis.MESSAGE_ID, status)))
                .or(() -> only(mail -> !fates(mail, status).isEmpty())
                        .map(mail -> bounce(mail, Basis.RECIPIENT, status)));
    }

    private static Optional<String> messageId(Report report) {
        return report.returned()
                .flatMap(returned -> returned.header().first("Message-ID"))
                .map(field -> bare(field.value()));
    }

    private static String bare(String messageId) {
        return messageId.strip().replaceAll("^<|>$", "");
    }

    private Optional<SentMail> only(Predicate<SentMail> condition) {
        List<SentMail> found = mails.stream().filter(condition).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Bounce bounce(SentMail mail, Basis basis, DeliveryStatus status) {
        return new Bounce(mail, basis, fates(mail, status));
    }

    private static List<Fate> fates(SentMail mail, DeliveryStatus status) {
        List<Fate> fates = new ArrayList<>();
        for (RecipientStatus of : status.recipients()) {
            mail.envelope().recipients().stream()
                    .filter(recipient -> isMeant(recipient, of))
                    .findFirst()
                    .ifPresent(recipient -> fates.add(new Fate(recipient, of)));
        }
        return fates;
    }

    private static boolean isMeant(Recipient recipient, RecipientStatus of) {
        List<String> own = Stream.concat(Stream.of(recipient.mailbox()), recipient.original().stream())
                .map(SentMails::key)
                .toList();
        return Stream.concat(of.originalRecipient().stream(), of.finalRecipient().stream())
                .flatMap(value -> value.mailbox().stream())
                .map(SentMails::key)
                .anyMatch(own::contains);
    }

    private static String key(Mailbox mailbox) {
        return mailbox.address().toLowerCase(Locale.ROOT);
    }
}
