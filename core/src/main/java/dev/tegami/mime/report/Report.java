package dev.tegami.mime.report;

import dev.tegami.mime.Finding;
import dev.tegami.mime.Message;
import java.util.List;
import java.util.Optional;

/**
 * A report about a message (multipart/report, RFC 6522): a text for people, fields for programs, and what was returned of
 * the message. Immutable. Nobody vouches for a report: whether it is about a message that was sent is told by its ids.
 *
 * <pre>{@code
 * Report report = Report.of(message).orElseThrow();
 * if (report.notification() instanceof DeliveryStatus status) {
 *     for (RecipientStatus recipient : status.recipients()) {
 *         if (recipient.action() == Action.FAILED) {
 *             unsubscribe(recipient.mailbox());
 *         }
 *     }
 * }
 * }</pre>
 */
public final class Report {
    private final String type;
    private final Optional<String> text;
    private final Notification notification;
    private final Optional<Returned> returned;
    private final List<Finding> findings;

    Report(
            String type,
            Optional<String> text,
            Notification notification,
            Optional<Returned> returned,
            List<Finding> findings) {
        this.type = type;
        this.text = text;
        this.notification = notification;
        this.returned = returned;
        this.findings = List.copyOf(findings);
    }

    /**
     * Looks for a report in a message: a multipart/report, wherever it stands, or a part for programs without one. A
     * report inside of an attached message is that message's.
     *
     * @param message any message
     * @return the first report; empty if there is none
     * @throws dev.tegami.LimitExceeded if a part is longer than the limits the message was read with
     * @throws java.io.UncheckedIOException if the source of the message cannot be read
     */
    public static Optional<Report> of(Message message) {
        return ReportReader.read(message);
    }

    /**
     * Gives the kind of the report.
     *
     * @return {@code delivery-status}, {@code disposition-notification}, {@code feedback-report} or another one, in lower
     *     case; empty if nothing tells it
     */
    public String type() {
        return type;
    }

    /**
     * Gives the text for people.
     *
     * @return the text; empty if there is none
     */
    public Optional<String> text() {
        return text;
    }

    /**
     * Gives what the report tells programs.
     *
     * @return the fields by their kind
     */
    public Notification notification() {
        return notification;
    }

    /**
     * Gives what was returned of the message that the report is about.
     *
     * @return the message or its header; empty if nothing was returned
     */
    public Optional<Returned> returned() {
        return returned;
    }

    /**
     * Lists what is not as the RFCs want it: parts and fields that are missing or cannot be read.
     *
     * @return the findings
     */
    public List<Finding> findings() {
        return findings;
    }
}
