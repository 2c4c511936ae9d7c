package dev.tegami.mime.report;

import dev.tegami.mime.Address;
import dev.tegami.mime.Draft;
import dev.tegami.mime.Field;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.report.MessageDisposition.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sender's wish to be told what the reader did with the message (Disposition-Notification-To, RFC 8098 section 2.1), and
 * whether it may be granted. One notification per message and reader: keep in mind what was answered, such as by the
 * IMAP keyword {@code $MDNSent}. Immutable.
 *
 * <pre>{@code
 * ReceiptRequest request = ReceiptRequest.of(message).orElseThrow();
 * if (request.consent() != ReceiptRequest.Consent.NEVER && agreed(request.recipients())) {
 *     Message receipt = request.answer(me, MessageDisposition.displayed()).build();
 * }
 * }</pre>
 */
public final class ReceiptRequest {
    /** Whose consent an answer needs. */
    public enum Consent {
        /** None but the reader's general one: the answer goes where failures of delivery would go. */
        GIVEN,
        /** The reader's, for this very message: the answer would go to somebody else as well, or nobody knows to whom. */
        ASK,
        /** No answer may be sent. */
        NEVER
    }

    private final Message message;
    private final List<Mailbox> recipients;
    private final Consent consent;
    private final String reason;

    private ReceiptRequest(Message message, List<Mailbox> recipients) {
        this.message = message;
        this.recipients = recipients;
        String never = never();
        String ask = ask();
        this.consent = !never.isEmpty() ? Consent.NEVER : ask.isEmpty() ? Consent.GIVEN : Consent.ASK;
        this.reason = never.isEmpty() ? ask : never;
    }

    /**
     * Looks for the wish in a message.
     *
     * @param message a received message
     * @return the wish; empty if there is none, or it names no address that is complete
     */
    public static Optional<ReceiptRequest> of(Message message) {
        List<Mailbox> distinct = new ArrayList<>();
        for (Field field : message.header().all("Disposition-Notification-To")) {
            for (Mailbox mailbox : Mailboxes.of(field)) {
                if (distinct.stream().noneMatch(known -> Mailboxes.same(known, mailbox))) {
                    distinct.add(mailbox);
                }
            }
        }
        return distinct.isEmpty() ? Optional.empty() : Optional.of(new ReceiptRequest(message, List.copyOf(distinct)));
    }

    /**
     * Lists where the answer shall go.
     *
     * @return the distinct addresses
     */
    public List<Mailbox> recipients() {
        return recipients;
    }

    /**
     * Tells whose consent an answer needs.
     *
     * @return the consent
     */
    public Consent consent() {
        return consent;
    }

    /**
     * Tells why the reader must be asked, or why no answer may be sent.
     *
     * @return a sentence for people; empty if the consent is given
     */
    public String reason() {
        return reason;
    }

    private String never() {
        if (Report.of(message).isPresent()) {
            return "the message is a report itself";
        }
        if (message.header().first("Newsgroups").isPresent()) {
            return "the message went to a newsgroup";
        }
        for (Field field : message.header().all("Disposition-Notification-Options")) {
            for (String option : ReportFields.text(field).split(";", -1)) {
                int equals = option.indexOf('=');
                if (equals >= 0
                        && option.substring(equals + 1).split(",", 2)[0].strip().equalsIgnoreCase("required")) {
                    return "the sender demands an option nobody here knows: "
                            + option.substring(0, equals).strip();
                }
            }
        }
        return "";
    }

    private String ask() {
        if (recipients.size() > 1) {
            return "the answer would go to " + recipients.size() + " addresses";
        }
        List<Mailbox> senders = new ArrayList<>();
        List<Field> paths = message.header().all("Return-Path");
        paths.forEach(path -> senders.addAll(Mailboxes.of(path)));
        if (paths.size() != 1 || senders.size() != 1) {
            return "nobody knows whom failures of delivery would go to";
        }
        return Mailboxes.same(senders.get(0), recipients.get(0))
                ? ""
                : "the answer would go to " + recipients.get(0).address() + ", not to "
                        + senders.get(0).address();
    }

    /**
     * Begins the answer: from the reader to those who asked, with a subject and a text that the caller may replace. It is
     * sent with the empty sender, so that nobody answers it.
     *
     * @param reader the mailbox that the message was in
     * @param disposition what was done; its {@link MessageDisposition#sending} says whether the reader agreed
     * @return a draft of a multipart/report
     * @throws MimeException if no answer may be sent, or not without the reader's consent
     */
    public Draft answer(Mailbox reader, MessageDisposition disposition) {
        DispositionNotification notification = DispositionNotification.of(reader, disposition);
        Optional<TypedValue> recipient = new ReportFields(message.header())
                .typed("Original-Recipient")
                .filter(known -> !known.type().isEmpty());
        notification = carried(notification, recipient, notification::originalRecipient);
        notification = carried(notification, message.messageId(), notification::originalMessageId);
        return answer(notification, reader);
    }

    /** What the sender wrote and no report can carry is left out: it keeps nobody from answering. */
    private static <T> DispositionNotification carried(
            DispositionNotification notification, Optional<T> value, Function<T, DispositionNotification> with) {
        try {
            return value.map(with).orElse(notification);
        } catch (MimeException refused) {
            return notification;
        }
    }

    /**
     * Begins the answer with a notification of the caller's making, as {@link #answer(Mailbox, MessageDisposition)} does.
     *
     * @param notification what was done
     * @return a draft of a multipart/report
     * @throws MimeException if no answer may be sent, or not without the reader's consent, or the notification names no
     *     reader
     */
    public Draft answer(DispositionNotification notification) {
        Mailbox reader = notification
                .finalRecipient()
                .flatMap(TypedValue::mailbox)
                .orElseThrow(() -> new MimeException("a receipt of nobody", "name the reader"));
        return answer(notification, reader);
    }

    private Draft answer(DispositionNotification notification, Mailbox reader) {
        boolean asked = notification
                .disposition()
                .filter(known -> known.sending() == Mode.MANUAL)
                .isPresent();
        if (consent == Consent.NEVER || (consent == Consent.ASK && !asked)) {
            throw new MimeException("no receipt by itself: " + reason, "ask the reader, or send none");
        }
        Draft draft = ReportWriter.draft(notification, Optional.of(Returned.header(message)))
                .from(reader)
                .to(recipients.toArray(new Address[0]))
                .inReplyTo(message)
                .subject("Message disposition notification")
                .text("The message to " + reader.address() + " was "
                        + notification
                                .disposition()
                                .map(MessageDisposition::word)
                                .orElse("processed")
                        + ".\r\nThat does not tell whether somebody read or understood it.");
        return asked ? draft : draft.autoReplied();
    }
}
