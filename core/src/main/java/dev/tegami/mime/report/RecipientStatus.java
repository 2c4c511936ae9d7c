package dev.tegami.mime.report;

import dev.tegami.mime.Mailbox;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What became of a message for one recipient (RFC 3464 section 2.3). Immutable; equal if all fields are. Every field may
 * be missing in a report that was received.
 *
 * <pre>{@code
 * RecipientStatus.of("bob@example.net", Action.FAILED, new StatusCode(5, 1, 1))
 *         .remoteMta(TypedValue.dns("mx.example.net"))
 *         .diagnostic(TypedValue.smtp("550 5.1.1 no such user"));
 * }</pre>
 */
public final class RecipientStatus extends FieldGroup {
    RecipientStatus(ReportFields fields) {
        super(fields);
    }

    /**
     * States what became of it.
     *
     * @param recipient the address that was tried last
     * @param action what was done
     * @param status why
     * @return the status
     * @throws dev.tegami.mime.MimeException if the string is not one complete address, or the action is unknown
     */
    public static RecipientStatus of(String recipient, Action action, StatusCode status) {
        ReportFields address = ReportFields.NONE.with("Final-Recipient", TypedValue.of(Mailbox.parse(recipient)));
        return new RecipientStatus(
                address.with("Action", ReportWriter.known(action).word()).with("Status", status.toString()));
    }

    /**
     * Gives the recipient as the sender knows it: the original one if the report states it, else the final one.
     *
     * @return the address; empty if the report states none that is complete
     */
    public Optional<Mailbox> mailbox() {
        return originalRecipient()
                .flatMap(TypedValue::mailbox)
                .or(() -> finalRecipient().flatMap(TypedValue::mailbox));
    }

    /**
     * Gives the recipient as the sender wrote it (ORCPT, RFC 3461 section 4.2).
     *
     * @return the address
     */
    public Optional<TypedValue> originalRecipient() {
        return fields.typed("Original-Recipient");
    }

    /**
     * States the recipient as the sender wrote it.
     *
     * @param recipient the address
     * @return a status with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public RecipientStatus originalRecipient(TypedValue recipient) {
        return new RecipientStatus(fields.with("Original-Recipient", recipient));
    }

    /**
     * Gives the address that was tried last.
     *
     * @return the address
     */
    public Optional<TypedValue> finalRecipient() {
        return fields.typed("Final-Recipient");
    }

    /**
     * Tells what was done.
     *
     * @return the action; {@link Action#UNKNOWN} if the report states none that is defined
     */
    public Action action() {
        return fields.plain("Action").map(Action::of).orElse(Action.UNKNOWN);
    }

    /**
     * Tells why.
     *
     * @return the code; empty if there is none that can be read
     */
    public Optional<StatusCode> status() {
        return fields.plain("Status").flatMap(StatusCode::parse);
    }

    /**
     * Names the server that gave the answer.
     *
     * @return the server
     */
    public Optional<TypedValue> remoteMta() {
        return fields.typed("Remote-MTA");
    }

    /**
     * Names the server that gave the answer.
     *
     * @param server the server
     * @return a status with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public RecipientStatus remoteMta(TypedValue server) {
        return new RecipientStatus(fields.with("Remote-MTA", server));
    }

    /**
     * Gives the answer itself, such as a reply of SMTP.
     *
     * @return the answer
     */
    public Optional<TypedValue> diagnostic() {
        return fields.text("Diagnostic-Code").map(TypedValue::text);
    }

    /**
     * States the answer.
     *
     * @param answer the answer
     * @return a status with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public RecipientStatus diagnostic(TypedValue answer) {
        return new RecipientStatus(fields.with("Diagnostic-Code", answer));
    }

    /**
     * Tells when delivery was tried last.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> lastAttempt() {
        return fields.date("Last-Attempt-Date");
    }

    /**
     * States when delivery was tried last.
     *
     * @param date the date, written to the second
     * @return a status with it
     */
    public RecipientStatus lastAttempt(OffsetDateTime date) {
        return new RecipientStatus(fields.with("Last-Attempt-Date", date));
    }

    /**
     * Tells until when delivery will be tried.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> retryUntil() {
        return fields.date("Will-Retry-Until");
    }

    /**
     * States until when delivery will be tried.
     *
     * @param date the date, written to the second
     * @return a status with it
     */
    public RecipientStatus retryUntil(OffsetDateTime date) {
        return new RecipientStatus(fields.with("Will-Retry-Until", date));
    }

    /**
     * Gives the mark by which the server that answered logged it.
     *
     * @return the mark
     */
    public Optional<String> finalLogId() {
        return fields.text("Final-Log-ID");
    }

    /**
     * Sets a field, such as one of an extension.
     *
     * @param name its name
     * @param value its value
     * @return a status with it
     * @throws dev.tegami.mime.MimeException if either cannot stand in a field
     */
    public RecipientStatus with(String name, String value) {
        return new RecipientStatus(fields.with(name, value));
    }
}
