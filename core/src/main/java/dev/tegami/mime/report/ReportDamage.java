package dev.tegami.mime.report;

import dev.tegami.mime.Finding;
import dev.tegami.mime.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what a report lacks, and what in it cannot be read. */
final class ReportDamage {
    private static final List<String> DATES =
            List.of("Arrival-Date", "Last-Attempt-Date", "Will-Retry-Until", "Received-Date");

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return findings;
    }

    void bad(String name, String detail) {
        findings.add(new Finding(Finding.Kind.BAD_REPORT_FIELD, -1, name + ": " + detail));
    }

    private void missing(String name) {
        findings.add(new Finding(Finding.Kind.MISSING_REPORT_FIELD, -1, "no " + name));
    }

    /** A report whose part for programs is none that we know. */
    void otherReport(String kind, boolean hasPart) {
        boolean known = List.of("delivery-status", "disposition-notification", "feedback-report")
                .contains(kind);
        if (known || !hasPart) {
            findings.add(new Finding(Finding.Kind.MISSING_REPORT_PART, -1, "no part for programs in a report " + kind));
        }
        if (kind.isEmpty()) {
            missing("report-type");
        }
    }

    DeliveryStatus of(DeliveryStatus status) {
        require(status.fields(), "Reporting-MTA", status.reportingMta());
        dates(status.fields());
        if (status.recipients().isEmpty()) {
            missing("recipient");
        }
        for (RecipientStatus recipient : status.recipients()) {
            require(recipient.fields(), "Final-Recipient", recipient.finalRecipient());
            boolean known = recipient.action() != Action.UNKNOWN;
            require(recipient.fields(), "Action", known ? Optional.of(recipient) : Optional.empty());
            require(recipient.fields(), "Status", recipient.status());
            dates(recipient.fields());
        }
        return status;
    }

    DispositionNotification of(DispositionNotification notification) {
        require(notification.fields(), "Final-Recipient", notification.finalRecipient());
        require(notification.fields(), "Disposition", notification.disposition());
        return notification;
    }

    Feedback of(Feedback feedback) {
        for (String name : List.of("Feedback-Type", "User-Agent", "Version")) {
            require(feedback.fields(), name, feedback.fields().first(name));
        }
        dates(feedback.fields());
        return feedback;
    }

    private void require(Header fields, String name, Optional<?> read) {
        if (read.isEmpty()) {
            fields.first(name).ifPresentOrElse(field -> bad(name, field.value()), () -> missing(name));
        }
    }

    private void dates(Header fields) {
        ReportFields read = new ReportFields(fields);
        for (String name : DATES) {
            if (read.text(name).isPresent() && read.date(name).isEmpty()) {
                bad(name, read.text(name).orElse(""));
            }
        }
    }
}
