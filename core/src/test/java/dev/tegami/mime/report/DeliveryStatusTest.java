package dev.tegami.mime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Finding;
import dev.tegami.mime.Header;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Delivery status notifications, read and written. */
class DeliveryStatusTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00+01:00");
    private static final Message LETTER = Message.compose()
            .from("Ada <ada@example.org>")
            .to("bob@example.net")
            .bcc("eve@example.com")
            .subject("議事録")
            .text("Grüße")
            .build();

    static Report read(String fields) {
        String raw = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + fields + "\r\n--b--\r\n";
        return Report.of(Message.parse(raw.getBytes(StandardCharsets.UTF_8))).orElseThrow();
    }

    private static DeliveryStatus status(Report report) {
        return (DeliveryStatus) report.notification();
    }

    private static List<Finding.Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void everyFieldIsRead() {
        Report report = read("""
                Original-Envelope-Id: QQ314159\r
                Reporting-MTA: dns; mx.example.net (Postfix)\r
                DSN-Gateway: dns; gate.example.net\r
                Received-From-MTA: dns; out.example.org\r
                Arrival-Date: Sun, 1 Mar 2026 12:00:00 +0100\r
                X-Queue: 42\r
                \r
                Original-Recipient: rfc822;bob+list@example.net\r
                Final-Recipient: RFC822; <bob@inside.example.net>\r
                Action: Failed (no such user)\r
                Status: 5.1.1 (unknown)\r
                Remote-MTA: dns; [192.0.2.1]\r
                Diagnostic-Code: smtp; 550 5.1.1 <bob@example.net>: unknown\r
                 (in reply to RCPT TO)\r
                Last-Attempt-Date: Sun, 1 Mar 2026 12:00:00 +0100\r
                Will-Retry-Until: Sun, 1 Mar 2026 12:00:00 +0100\r
                Final-Log-ID: L7\r
                """);
        assertThat(report.type()).isEqualTo("delivery-status");
        assertThat(report.text()).contains("sorry");
        assertThat(report.returned()).isEmpty();
        assertThat(report.findings()).isEmpty();
        DeliveryStatus status = status(report);
        assertThat(status.envelopeId()).contains("QQ314159");
        assertThat(status.reportingMta()).contains(TypedValue.dns("mx.example.net"));
        assertThat(status.gateway()).contains(TypedValue.dns("gate.example.net"));
        assertThat(status.receivedFrom()).contains(TypedValue.dns("out.example.org"));
        assertThat(status.arrival()).contains(NOON);
        assertThat(status.fields().first("x-queue").orElseThrow().value()).isEqualTo("42");
        RecipientStatus recipient = status.recipients().get(0);
        assertThat(recipient.mailbox()).contains(Mailbox.parse("bob+list@example.net"));
        assertThat(recipient.finalRecipient().orElseThrow().mailbox())
                .contains(Mailbox.parse("bob@inside.example.net"));
        assertThat(recipient.action()).isEqualTo(Action.FAILED);
        assertThat(recipient.status()).contains(new StatusCode(5, 1, 1));
        assertThat(recipient.remoteMta()).contains(TypedValue.dns("[192.0.2.1]"));
        assertThat(recipient.diagnostic())
                .contains(TypedValue.smtp("550 5.1.1 <bob@example.net>: unknown (in reply to RCPT TO)"));
        assertThat(recipient.lastAttempt()).contains(NOON);
        assertThat(recipient.retryUntil()).contains(NOON);
        assertThat(recipient.finalLogId()).contains("L7");
    }

    @Test
    void whatIsMissingOrCannotBeReadIsAFinding() {
        Report report = read("Arrival-Date: soon\r\n\r\nAction: lost\r\nStatus: 7\r\n");
        DeliveryStatus status = status(report);
        assertThat(status.recipients()).hasSize(1);
        assertThat(status.recipients().get(0).action()).isEqualTo(Action.UNKNOWN);
        assertThat(status.recipients().get(0).mailbox()).isEmpty();
        assertThat(kinds(report))
                .containsExactly(
                        Finding.Kind.MISSING_REPORT_FIELD,
                        Finding.Kind.BAD_REPORT_FIELD,
                        Finding.Kind.MISSING_REPORT_FIELD,
                        Finding.Kind.BAD_REPORT_FIELD,
                        Finding.Kind.BAD_REPORT_FIELD);
        assertThat(kinds(read(""))).contains(Finding.Kind.MISSING_REPORT_FIELD);
        assertThat(read("no fields\r\nat all").notification().fields().fields()).isEmpty();
    }

    @Test
    void recipientsRunTogetherAreToldApart() {
        Report report = read("""
                Reporting-MTA: dns; mx\r
                Final-Recipient: rfc822;a@example.org\r
                Action: failed\r
                Status: 5.0.0\r
                Final-Recipient: rfc822;b@example.org\r
                Action: delayed\r
                Status: 4.0.0\r
                Status: 4.0.1\r
                \r
                \r
                \r
                Final-Recipient: c@example.org\r
                Action: relayed\r
                Status: 2.0.0""");
        assertThat(status(report).recipients().stream()
                        .map(recipient -> recipient.mailbox().orElseThrow().address() + " " + recipient.action()))
                .containsExactly("a@example.org FAILED", "b@example.org DELAYED", "c@example.org RELAYED");
        assertThat(status(report).fields().fields()).hasSize(1);
        assertThat(kinds(report)).containsExactly(Finding.Kind.BAD_REPORT_FIELD);
    }

    @Test
    void aReportWithoutItsPartIsAReport() {
        String raw =
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nsorry\r\n--b--";
        Report report = Report.of(Message.parse(raw.getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow();
        assertThat(report.notification()).isInstanceOf(OtherNotification.class);
        assertThat(kinds(report)).containsExactly(Finding.Kind.MISSING_REPORT_PART);
        assertThat(Report.of(LETTER)).isEmpty();
    }

    @Test
    void aReportInAnAttachedMessageIsNotThisOne() {
        Message bounce = bounce().build();
        assertThat(Report.of(bounce.forward().text("see").build())).isEmpty();
        Message listed =
                Message.compose().text("seen by a filter").attach(bounce.root()).build();
        assertThat(status(Report.of(listed).orElseThrow()).recipients()).hasSize(1);
    }

    @Test
    void aPartAloneIsAReport() {
        Part alone = Part.of(
                Header.empty(),
                Content.of(
                        Source.of("Reporting-MTA: dns; x\r\n\r\nAction: failed".getBytes(StandardCharsets.US_ASCII)),
                        ContentType.of("message", "delivery-status"),
                        TransferEncoding.BASE64));
        assertThat(Report.of(Message.of(alone)).orElseThrow().type()).isEqualTo("delivery-status");
        Message among =
                Message.compose().text("sorry").attach(alone).attach(LETTER).build();
        Report report = Report.of(Message.parse(among.toBytes())).orElseThrow();
        assertThat(report.text()).contains("sorry");
        assertThat(report.returned().orElseThrow().message().orElseThrow().subject())
                .contains("議事録");
    }

    private static dev.tegami.mime.Draft bounce() {
        return DeliveryStatus.by("mx.example.net")
                .recipient(RecipientStatus.of("bob@example.net", Action.FAILED, new StatusCode(5, 1, 1)))
                .compose(Returned.header(LETTER))
                .from("postmaster@mx.example.net")
                .to("ada@example.org")
                .subject("Not delivered")
                .text("Nobody there is called bob.");
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        DeliveryStatus status = DeliveryStatus.by("mx.example.net")
                .envelopeId("a b=c")
                .receivedFrom(TypedValue.dns("out.example.org"))
                .arrival(NOON)
                .with("X-Long", "word ".repeat(60).strip())
                .recipient(RecipientStatus.of("bob@example.net", Action.DELAYED, new StatusCode(4, 4, 1))
                        .originalRecipient(TypedValue.of(Mailbox.parse("bob+1@example.net")))
                        .remoteMta(TypedValue.dns("mx2.example.net"))
                        .diagnostic(TypedValue.smtp("451 =?utf-8?q?x?= (later)"))
                        .lastAttempt(NOON)
                        .retryUntil(NOON)
                        .with("Final-Log-ID", "7"))
                .recipient(RecipientStatus.of("grüße\\+@例え.jp", Action.EXPANDED, new StatusCode(2, 0, 0)));
        Message sent = status.compose(Returned.whole(LETTER))
                .from("postmaster@mx.example.net")
                .to("ada@example.org")
                .subject("Not yet delivered")
                .text("It will be tried again.")
                .build();
        assertThat(sent.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        Report report = Report.of(Message.parse(sent.toBytes())).orElseThrow();
        assertThat(report.notification()).isEqualTo(status).hasSameHashCodeAs(status);
        assertThat(report.findings()).isEmpty();
        assertThat(report.text()).contains("It will be tried again.");
        RecipientStatus second = status(report).recipients().get(1);
        assertThat(second.finalRecipient().orElseThrow().type()).isEqualTo("utf-8");
        assertThat(second.mailbox()).contains(Mailbox.parse("grüße\\+@例え.jp"));
        Message returned = report.returned().orElseThrow().message().orElseThrow();
        assertThat(returned.toBytes()).isEqualTo(LETTER.withoutBcc().toBytes());
        assertThat(sent.header().first("Auto-Submitted").orElseThrow().value()).isEqualTo("auto-replied");
    }

    @Test
    void aHeaderIsReturnedAlone() {
        Report report = Report.of(Message.parse(bounce().build().toBytes())).orElseThrow();
        Returned returned = report.returned().orElseThrow();
        assertThat(returned.message()).isEmpty();
        assertThat(returned.header()).isEqualTo(LETTER.withoutBcc().header());
    }

    @Test
    void textBeyondAsciiMakesAnInternationalReport() {
        Message letter = LETTER.edit().utf8Header().subject("日本").build();
        DeliveryStatus status = DeliveryStatus.by("mx.example.net")
                .recipient(RecipientStatus.of("bob@example.net", Action.FAILED, new StatusCode(5, 0, 0))
                        .diagnostic(TypedValue.smtp("550 nö")));
        Message sent = status.compose(Returned.header(letter)).text("Nein").build();
        assertThat(sent.root().parts().stream().map(part -> part.contentType().subtype()))
                .containsExactly("plain", "global-delivery-status", "global-headers");
        Report report = Report.of(Message.parse(sent.toBytes())).orElseThrow();
        assertThat(report.notification()).isEqualTo(status);
        assertThat(report.returned()
                        .orElseThrow()
                        .header()
                        .first("Subject")
                        .orElseThrow()
                        .value())
                .isEqualTo("日本");
    }

    @Test
    void whatNoReportMayHoldIsRefused() {
        DeliveryStatus status = DeliveryStatus.by("mx.example.net");
        assertThatThrownBy(status::compose).isInstanceOf(MimeException.class).hasMessageContaining("nobody");
        for (String bad : List.of("a\r\nAction: failed", "a\0", "a\n", "")) {
            assertThatThrownBy(() -> status.envelopeId(bad)).isInstanceOf(MimeException.class);
            assertThatThrownBy(() -> DeliveryStatus.by(bad)).isInstanceOf(MimeException.class);
        }
        assertThatThrownBy(() -> status.envelopeId("x".repeat(1000))).isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> status.receivedFrom(new TypedValue("", "x"))).isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> status.receivedFrom(new TypedValue("a b", "x")))
                .isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> RecipientStatus.of("bob@example.net", Action.UNKNOWN, new StatusCode(5, 0, 0)))
                .isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> new StatusCode(3, 0, 0)).isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> bounce().attach(LETTER).build())
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("attachments");
        assertThatThrownBy(() -> LETTER.edit().report("x", LETTER.root()).build())
                .isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> Message.compose().report("x")).isInstanceOf(MimeException.class);
    }
}
