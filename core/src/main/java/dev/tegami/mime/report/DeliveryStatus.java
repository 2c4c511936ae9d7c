package dev.tegami.mime.report;

import dev.tegami.mime.Draft;
import dev.tegami.mime.Header;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message on its way (delivery status notification, RFC 3464): one answer for each recipient that the
 * report is about. Immutable; equal if all fields are. Every field may be missing in a report that was received.
 *
 * <pre>{@code
 * DeliveryStatus status = DeliveryStatus.by("mx.example.net")
 *         .recipient(RecipientStatus.of("bob@example.net", Action.FAILED, new StatusCode(5, 1, 1)));
 * Message bounce = status.compose(Returned.header(original))
 *         .from("postmaster@mx.example.net").to("ada@example.org")
 *         .subject("Not delivered").text("Nobody there is called bob.")
 *         .build();
 * }</pre>
 */
public final class DeliveryStatus implements Notification {
    private final ReportFields fields;
    private final List<RecipientStatus> recipients;

    DeliveryStatus(ReportFields fields, List<RecipientStatus> recipients) {
        this.fields = fields;
        this.recipients = List.copyOf(recipients);
    }

    /**
     * Begins a report.
     *
     * @param host the server that tried to deliver the message
     * @return a report about nobody yet
     * @throws dev.tegami.mime.MimeException if that cannot stand in a field
     */
    public static DeliveryStatus by(String host) {
        return new DeliveryStatus(ReportFields.NONE.with("Reporting-MTA", TypedValue.dns(host)), List.of());
    }

    @Override
    public Header fields() {
        return fields.header();
    }

    /**
     * Lists the recipients that the report is about.
     *
     * @return what became of the message for each of them
     */
    public List<RecipientStatus> recipients() {
        return recipients;
    }

    /**
     * Adds a recipient.
     *
     * @param recipient what became of the message for it
     * @return a report with it
     */
    public DeliveryStatus recipient(RecipientStatus recipient) {
        List<RecipientStatus> more = new ArrayList<>(recipients);
        more.add(recipient);
        return new DeliveryStatus(fields, more);
    }

    /**
     * Gives the id that the sender gave the envelope (ENVID, RFC 3461 section 4.4).
     *
     * @return the id, as the sender wrote it before encoding
     */
    public Optional<String> envelopeId() {
        return fields.text("Original-Envelope-Id");
    }

    /**
     * States the id that the sender gave the envelope.
     *
     * @param id the id
     * @return a report with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public DeliveryStatus envelopeId(String id) {
        return with("Original-Envelope-Id", id);
    }

    /**
     * Names the server that tried to deliver the message.
     *
     * @return the server
     */
    public Optional<TypedValue> reportingMta() {
        return fields.typed("Reporting-MTA");
    }

    /**
     * Names the gateway that made this report of one of another kind.
     *
     * @return the gateway
     */
    public Optional<TypedValue> gateway() {
        return fields.typed("DSN-Gateway");
    }

    /**
     * Names the server that gave the message to the reporting one.
     *
     * @return the server
     */
    public Optional<TypedValue> receivedFrom() {
        return fields.typed("Received-From-MTA");
    }

    /**
     * States the server that gave the message.
     *
     * @param server the server
     * @return a report with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public DeliveryStatus receivedFrom(TypedValue server) {
        return new DeliveryStatus(fields.with("Received-From-MTA", server), recipients);
    }

    /**
     * Tells when the message came to the reporting server.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> arrival() {
        return fields.date("Arrival-Date");
    }

    /**
     * States when the message came.
     *
     * @param date the date, written to the second
     * @return a report with it
     */
    public DeliveryStatus arrival(OffsetDateTime date) {
        return new DeliveryStatus(fields.with("Arrival-Date", date), recipients);
    }

    /**
     * Sets a field about the whole message, such as one of an extension.
     *
     * @param name its name
     * @param value its value
     * @return a report with it
     * @throws dev.tegami.mime.MimeException if either cannot stand in a field
     */
    public DeliveryStatus with(String name, String value) {
        return new DeliveryStatus(fields.with(name, value), recipients);
    }

    /**
     * Begins the message that carries this report and says that a program wrote it (RFC 3834). From, recipient, subject
     * and the text for people are the caller's; it is sent with the empty sender, so that nobody answers it.
     *
     * @return a draft of a multipart/report
     * @throws dev.tegami.mime.MimeException if the report is about nobody
     */
    public Draft compose() {
        return ReportWriter.draft(this, Optional.empty());
    }

    /**
     * Begins the message that carries this report and what is returned, as {@link #compose()} does.
     *
     * @param returned the message that the report is about, or its header
     * @return a draft of a multipart/report
     * @throws dev.tegami.mime.MimeException if the report is about nobody
     */
    public Draft compose(Returned returned) {
        return ReportWriter.draft(this, Optional.of(returned));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeliveryStatus status
                && status.fields.equals(fields)
                && status.recipients.equals(recipients);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields, recipients);
    }

    /** Gives all fields as they stand, with an empty line between the groups. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(fields.toString());
        recipients.forEach(recipient -> all.append("\r\n").append(recipient));
        return all.toString();
    }
}
