package dev.tegami.smtp;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What SMTP is told beside the message: from whom, to whom, and how (RFC 5321 §2.3.1). Immutable.
 *
 * <pre>{@code
 * Envelope envelope = Envelope.of(message).reportOn(Notify.FAILURE, Notify.DELAY).envelopeId("order-4711");
 * }</pre>
 *
 * @param sender where failures are reported, or empty for the null reverse-path
 * @param recipients the recipients, at least one
 * @param returned how much a failure report brings back, or empty to leave it to the server
 * @param envelopeId an id that reports repeat (ENVID), or empty
 * @param submitter who is named as authenticated sender ({@code AUTH=}, RFC 4954 §5), or empty
 * @param tls what is demanded of the rest of the way
 * @param handling when and how urgently it is to go
 */
public record Envelope(
        Optional<Mailbox> sender,
        List<Recipient> recipients,
        Optional<Returned> returned,
        Optional<String> envelopeId,
        Optional<Submitter> submitter,
        TlsDemand tls,
        Handling handling) {
    private static final int LONGEST_ID = 100;

    /**
     * Checks the values.
     *
     * @param sender where failures are reported, or empty for the null reverse-path
     * @param recipients the recipients, at least one
     * @param returned how much a failure report brings back
     * @param envelopeId an id that reports repeat
     * @param submitter who is named as authenticated sender
     * @param tls what is demanded of the rest of the way
     * @param handling when and how urgently it is to go
     * @throws IllegalArgumentException for an envelope without recipients, or an id that is empty, longer than 100
     *     characters or holds what is not printable US-ASCII
     */
    public Envelope {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an envelope needs a recipient");
        }
        envelopeId.ifPresent(Envelope::checkId);
    }

    private static void checkId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("an envelope id has 1 to 100 printable US-ASCII characters");
        }
    }

    /**
     * Makes an envelope.
     *
     * @param sender where failures are reported
     * @param recipients the recipients
     * @return the envelope
     */
    public static Envelope of(Mailbox sender, List<Mailbox> recipients) {
        return of(Optional.of(sender), recipients);
    }

    /**
     * Makes an envelope.
     *
     * @param sender where failures are reported, as {@code local@domain}
     * @param recipients the recipients, in the same form
     * @return the envelope
     * @throws MimeException if an address cannot be read
     */
    public static Envelope of(String sender, String... recipients) {
        return of(
                Mailbox.parse(sender), Stream.of(recipients).map(Mailbox::parse).toList());
    }

    /**
     * Makes an envelope with the null reverse-path, as reports and automatic answers have it.
     *
     * @param recipients the recipients
     * @return the envelope
     */
    public static Envelope withoutSender(List<Mailbox> recipients) {
        return of(Optional.empty(), recipients);
    }

    private static Envelope of(Optional<Mailbox> sender, List<Mailbox> recipients) {
        return new Envelope(
                sender,
                recipients.stream().map(Recipient::of).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TlsDemand.NONE,
                Handling.usual());
    }

    /**
     * Derives an envelope from a header: Sender, or else the first author; To, Cc and Bcc, each address once.
     *
     * @param message the message
     * @return the envelope
     * @throws MimeException if the header names no sender or no recipient, or one without local part or domain
     */
    public static Envelope of(Message message) {
        Mailbox sender = message.sender()
                .or(() -> mailboxes(message.from()).findFirst())
                .orElseThrow(() -> new MimeException(
                        "the message names neither Sender nor From", "compose it with from(…), or give an Envelope"));
        Map<String, Mailbox> once = new LinkedHashMap<>();
        Stream.of(message.to(), message.cc(), message.bcc())
                .flatMap(Envelope::mailboxes)
                .forEach(mailbox -> once.putIfAbsent(complete(mailbox).address(), mailbox));
        if (once.isEmpty()) {
            throw new MimeException(
                    "the message names no recipient", "compose it with to(…), cc(…) or bcc(…), or give an Envelope");
        }
        return of(complete(sender), new ArrayList<>(once.values()));
    }

    private static Stream<Mailbox> mailboxes(List<Address> addresses) {
        return addresses.stream().flatMap(address -> address.mailboxes().stream());
    }

    private static Mailbox complete(Mailbox mailbox) {
        if (mailbox.localPart().isEmpty() || mailbox.domain().isEmpty()) {
            throw new MimeException(
                    "not a complete address: \"" + mailbox + "\"", "correct the header, or give an Envelope");
        }
        return mailbox;
    }

    /**
     * Asks for delivery reports for every recipient.
     *
     * @param when the occasions; none for no report at all
     * @return the changed copy
     */
    public Envelope reportOn(Notify... when) {
        return recipients(recipients.stream().map(r -> r.reportOn(when)).toList());
    }

    /**
     * Changes the recipients.
     *
     * @param others the recipients
     * @return the changed copy
     */
    public Envelope recipients(List<Recipient> others) {
        return new Envelope(sender, others, returned, envelopeId, submitter, tls, handling);
    }

    /**
     * Says how much a failure report brings back.
     *
     * @param much all or the header
     * @return the changed copy
     */
    public Envelope returned(Returned much) {
        return new Envelope(sender, recipients, Optional.of(much), envelopeId, submitter, tls, handling);
    }

    /**
     * Gives an id that delivery reports repeat.
     *
     * @param id 1 to 100 printable US-ASCII characters
     * @return the changed copy
     */
    public Envelope envelopeId(String id) {
        return new Envelope(sender, recipients, returned, Optional.of(id), submitter, tls, handling);
    }

    /**
     * Names who submitted the message, where the server offers AUTH.
     *
     * @param who a person, or {@link Submitter#unknown()}
     * @return the changed copy
     */
    public Envelope submitter(Submitter who) {
        return new Envelope(sender, recipients, returned, envelopeId, Optional.of(who), tls, handling);
    }

    /**
     * Says what is demanded of the rest of the way.
     *
     * @param demand the demand
     * @return the changed copy
     */
    public Envelope tls(TlsDemand demand) {
        return new Envelope(sender, recipients, returned, envelopeId, submitter, demand, handling);
    }

    /**
     * Says by when the message is to be delivered. A server without DELIVERBY does not get it ({@link
     * ExtensionMissing}).
     *
     * @param demand the time, and what happens after it
     * @return the changed copy
     */
    public Envelope deliverBy(DeliverBy demand) {
        return handling(new Handling(Optional.of(demand), handling.release(), handling.priority()));
    }

    /**
     * Says when the submission server lets the message go. A server without FUTURERELEASE does not get it ({@link
     * ExtensionMissing}).
     *
     * @param when after a span or at a moment
     * @return the changed copy
     */
    public Envelope release(Release when) {
        return handling(new Handling(handling.deliverBy(), Optional.of(when), handling.priority()));
    }

    /**
     * Says how urgent the message is. A server without MT-PRIORITY gets it without.
     *
     * @param priority -9 to 9; higher goes first
     * @return the changed copy
     * @throws IllegalArgumentException for a priority out of bounds
     */
    public Envelope priority(int priority) {
        return handling(new Handling(handling.deliverBy(), handling.release(), OptionalInt.of(priority)));
    }

    private Envelope handling(Handling other) {
        return new Envelope(sender, recipients, returned, envelopeId, submitter, tls, other);
    }

    /**
     * Tells whether delivery reports were asked for in any way.
     *
     * @return true if the envelope uses DSN (RFC 3461)
     */
    public boolean asksForReports() {
        return returned.isPresent()
                || envelopeId.isPresent()
                || recipients.stream().anyMatch(Recipient::asksForReports);
    }

    /** Whether an address can travel only over SMTPUTF8. */
    boolean needsSmtpUtf8() {
        return sender.filter(Mailbox::needsSmtpUtf8).isPresent()
                || recipients.stream().anyMatch(r -> r.mailbox().needsSmtpUtf8());
    }
}
