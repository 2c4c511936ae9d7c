package dev.tegami.mime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Finding;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.report.MessageDisposition.Mode;
import dev.tegami.mime.report.ReceiptRequest.Consent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disposition notifications: when they may be sent, how they are written and read. */
class ReceiptRequestTest {
    private static final Mailbox BOB = Mailbox.parse("Bob <bob@example.net>");
    private static final MessageDisposition PROCESSED = MessageDisposition.automatic(MessageDisposition.Type.PROCESSED);

    private static ReceiptRequest request(String fields) {
        return ReceiptRequest.of(letter(fields)).orElseThrow();
    }

    private static Message letter(String fields) {
        String raw = fields + "\r\nMessage-ID: <1@example.org>\r\nSubject: x\r\n\r\nhello";
        return Message.parse(raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerToWhereFailuresGoNeedsNoQuestion() {
        ReceiptRequest request = request("Return-Path: <ada@EXAMPLE.org>\r\n"
                + "Disposition-Notification-To: Ada <\"ada\"@example.org>,\r\n ada@example.org");
        assertThat(request.consent()).isEqualTo(Consent.GIVEN);
        assertThat(request.reason()).isEmpty();
        assertThat(request.recipients()).extracting(Mailbox::address).containsExactly("ada@example.org");
    }

    @Test
    void anAnswerToSomebodyElseNeedsTheReadersConsent() {
        for (String fields : List.of(
                "Disposition-Notification-To: ada@example.org",
                "Return-Path: <>\r\nDisposition-Notification-To: ada@example.org",
                "Return-Path: <eve@example.org>\r\nDisposition-Notification-To: ada@example.org",
                "Return-Path: <Ada@example.org>\r\nDisposition-Notification-To: ada@example.org",
                "Return-Path: <ada@example.org>\r\nReturn-Path: <eve@example.org>\r\n"
                        + "Disposition-Notification-To: ada@example.org",
                "Return-Path: <ada@example.org>\r\nDisposition-Notification-To: ada@example.org, eve@example.org")) {
            ReceiptRequest request = request(fields);
            assertThat(request.consent()).as(fields).isEqualTo(Consent.ASK);
            assertThat(request.reason()).isNotEmpty();
            assertThatThrownBy(() -> request.answer(BOB, PROCESSED))
                    .isInstanceOf(MimeException.class)
                    .hasMessageContaining(request.reason());
            assertThat(request.answer(BOB, MessageDisposition.displayed())
                            .build()
                            .to())
                    .hasSameSizeAs(request.recipients());
        }
    }

    @Test
    void whatTheSenderWroteAndNoReportCanCarryKeepsNobodyFromAnswering() {
        String wish = "Return-Path: <ada@example.org>\r\nDisposition-Notification-To: ada@example.org\r\n";
        for (String fields : List.of(
                "Original-Recipient: b@d; bob@example.net",
                "Original-Recipient: rfc822; " + "b".repeat(1200),
                "Message-ID: <" + "1".repeat(1200) + "@example.org>")) {
            Message receipt = request(wish + fields).answer(BOB, PROCESSED).build();
            assertThat(Report.of(receipt).orElseThrow().notification())
                    .as(fields.substring(0, 30))
                    .isInstanceOfSatisfying(DispositionNotification.class, notification -> {
                        assertThat(notification.finalRecipient()).contains(TypedValue.of(BOB));
                        assertThat(notification.originalRecipient()).isEmpty();
                    });
        }
    }

    @Test
    void noReportAndNoNewsAndNoUnknownDemandIsAnswered() {
        String wish = "Return-Path: <ada@example.org>\r\nDisposition-Notification-To: ada@example.org\r\n";
        for (String fields : List.of(
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
                "Content-Type: message/disposition-notification",
                "Newsgroups: misc.test",
                "Disposition-Notification-Options: a=optional,1; signed-receipt = required , pkcs7")) {
            ReceiptRequest request = request(wish + fields);
            assertThat(request.consent()).as(fields).isEqualTo(Consent.NEVER);
            assertThatThrownBy(() -> request.answer(BOB, MessageDisposition.displayed()))
                    .isInstanceOf(MimeException.class)
                    .hasMessageContaining(request.reason());
        }
        assertThat(request(wish + "Disposition-Notification-Options: a=optional,required")
                        .consent())
                .isEqualTo(Consent.GIVEN);
        assertThat(ReceiptRequest.of(letter("X: y"))).isEmpty();
        assertThat(ReceiptRequest.of(letter("Disposition-Notification-To: nobody")))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        ReceiptRequest request = request("Return-Path: <ada@example.org>\r\nBcc: eve@example.org\r\n"
                + "Original-Recipient: rfc822; bob+1@example.net\r\nDisposition-Notification-To: ada@example.org");
        Message receipt = request.answer(BOB, PROCESSED).build();
        assertThat(receipt.from()).containsExactly(BOB);
        assertThat(receipt.header().first("In-Reply-To").orElseThrow().value()).isEqualTo("<1@example.org>");
        assertThat(receipt.header().first("Auto-Submitted").orElseThrow().value())
                .isEqualTo("auto-replied");
        assertThat(receipt.header().first("Disposition-Notification-To")).isEmpty();
        assertThat(receipt.text().orElseThrow()).startsWith("The message to bob@example.net was processed.");
        Report report = Report.of(Message.parse(receipt.toBytes())).orElseThrow();
        assertThat(report.findings()).isEmpty();
        assertThat(report.returned().orElseThrow().header().first("Bcc")).isEmpty();
        DispositionNotification read = (DispositionNotification) report.notification();
        assertThat(read)
                .isEqualTo(DispositionNotification.of(BOB, PROCESSED)
                        .originalRecipient(new TypedValue("rfc822", "bob+1@example.net"))
                        .originalMessageId("1@example.org"));
        assertThat(read.originalMessageId()).contains("1@example.org");
        assertThat(ReceiptRequest.of(receipt)).isEmpty();
    }

    @Test
    void aReceiptOfAPersonIsNoAutomaticOne() {
        DispositionNotification notification = DispositionNotification.of(
                        BOB,
                        new MessageDisposition(
                                Mode.MANUAL, Mode.MANUAL, MessageDisposition.Type.DELETED, List.of("error", "expired")))
                .with("Reporting-UA", "desk.example.net; Tegami 0.1")
                .error("one")
                .error("zwö");
        Message receipt = request("Disposition-Notification-To: ada@example.org")
                .answer(notification)
                .subject("Gelesen")
                .text("Ja.")
                .build();
        assertThat(receipt.header().first("Auto-Submitted")).isEmpty();
        Report report = Report.of(Message.parse(receipt.toBytes())).orElseThrow();
        assertThat(report.notification()).isEqualTo(notification);
        assertThat(((DispositionNotification) report.notification()).errors()).containsExactly("one", "zwö");
        assertThat(((DispositionNotification) report.notification())
                        .disposition()
                        .orElseThrow()
                        .modifiers())
                .containsExactly("error", "expired");
        assertThat(report.text()).contains("Ja.");
    }

    @Test
    void dispositionsAreReadHoweverTheyAreWritten() {
        assertThat(MessageDisposition.parse("Manual-Action / mdn-sent-manually (c) ;DISPLAYED/Error , ,x"))
                .contains(new MessageDisposition(
                        Mode.MANUAL, Mode.MANUAL, MessageDisposition.Type.DISPLAYED, List.of("error", "x")));
        assertThat(MessageDisposition.parse("automatic-action;denied"))
                .contains(new MessageDisposition(
                        Mode.AUTOMATIC, Mode.AUTOMATIC, MessageDisposition.Type.DENIED, List.of()));
        assertThat(MessageDisposition.parse(";").orElseThrow().type()).isEqualTo(MessageDisposition.Type.OTHER);
        assertThat(MessageDisposition.parse("displayed")).isEmpty();
        MessageDisposition bad =
                new MessageDisposition(Mode.MANUAL, Mode.MANUAL, MessageDisposition.Type.DISPLAYED, List.of("a\r\nb"));
        assertThatThrownBy(() -> DispositionNotification.of(BOB, bad)).isInstanceOf(MimeException.class);
    }

    @Test
    void aReceiptThatLacksEverythingIsRead() {
        String raw = "Content-Type: message/disposition-notification\r\n\r\nDisposition: seen\r\n";
        Report report = Report.of(Message.parse(raw.getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow();
        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.MISSING_REPORT_FIELD, Finding.Kind.BAD_REPORT_FIELD);
    }
}
