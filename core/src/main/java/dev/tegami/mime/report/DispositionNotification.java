package dev.tegami.mime.report;

import dev.tegami.mime.Mailbox;
import java.util.List;
import java.util.Optional;

/**
 * What a reader did with a message (message disposition notification, RFC 8098); a read receipt is one. Immutable; equal
 * if all fields are. Every field may be missing in a report that was received. {@link ReceiptRequest#answer} sends one.
 */
public final class DispositionNotification extends FieldGroup implements Notification {
    DispositionNotification(ReportFields fields) {
        super(fields);
    }

    /**
     * States what was done.
     *
     * @param reader the mailbox that the message was in
     * @param disposition what was done
     * @return a notification
     * @throws dev.tegami.mime.MimeException if the disposition is none that RFC 8098 defines
     */
    public static DispositionNotification of(Mailbox reader, MessageDisposition disposition) {
        return new DispositionNotification(ReportFields.NONE
                .with("Final-Recipient", TypedValue.of(reader))
                .with("Disposition", disposition.field()));
    }

    /**
     * Tells what was done.
     *
     * @return what was done; empty if it cannot be read
     */
    public Optional<MessageDisposition> disposition() {
        return fields.text("Disposition").flatMap(MessageDisposition::parse);
    }

    /**
     * Gives the mailbox that the message was in.
     *
     * @return the address
     */
    public Optional<TypedValue> finalRecipient() {
        return fields.typed("Final-Recipient");
    }

    /**
     * Gives the recipient as the sender wrote it.
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
     * @return a notification with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public DispositionNotification originalRecipient(TypedValue recipient) {
        return new DispositionNotification(fields.with("Original-Recipient", recipient));
    }

    /**
     * Gives the id of the message that the report is about, without angle brackets.
     *
     * @return the id
     */
    public Optional<String> originalMessageId() {
        return fields.text("Original-Message-ID")
                .map(id -> id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id)
                .filter(id -> !id.isEmpty());
    }

    /**
     * States the id of the message that the report is about.
     *
     * @param id the id without angle brackets
     * @return a notification with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public DispositionNotification originalMessageId(String id) {
        return with("Original-Message-ID", "<" + id + ">");
    }

    /**
     * Names the reader's program, and perhaps its host before a semicolon.
     *
     * @return the program
     */
    public Optional<String> reportingUa() {
        return fields.text("Reporting-UA");
    }

    /**
     * Names the gateway that made this report of one of another kind.
     *
     * @return the gateway
     */
    public Optional<TypedValue> gateway() {
        return fields.typed("MDN-Gateway");
    }

    /**
     * Lists what went wrong.
     *
     * @return texts for people
     */
    public List<String> errors() {
        return fields.texts("Error");
    }

    /**
     * Adds what went wrong.
     *
     * @param text a text for people
     * @return a notification with it
     * @throws dev.tegami.mime.MimeException if it cannot stand in a field
     */
    public DispositionNotification error(String text) {
        return new DispositionNotification(fields.plus("Error", text));
    }

    /**
     * Sets a field, such as {@code Reporting-UA} or one of an extension.
     *
     * @param name its name
     * @param value its value
     * @return a notification with it
     * @throws dev.tegami.mime.MimeException if either cannot stand in a field
     */
    public DispositionNotification with(String name, String value) {
        return new DispositionNotification(fields.with(name, value));
    }
}
