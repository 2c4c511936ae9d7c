package dev.tegami.mime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.mime.EmbeddedUnicode;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Reports that are built read back equal; lines in any order are a report. */
class ReportProperties {
    @Provide
    Arbitrary<String> value() {
        return Arbitraries.strings()
                .withChars("ab =?_\"\\();,:<>@[]'%*/-")
                .withChars('ä', '議')
                .ofMinLength(1)
                .ofMaxLength(200)
                .filter(text -> !text.isBlank());
    }

    @Property(tries = 300)
    void aDeliveryStatusReadsBackEqual(
            @ForAll("value") String id,
            @ForAll("value") String answer,
            @ForAll Action action,
            @ForAll @IntRange(max = 999) int detail) {
        Action done = action == Action.UNKNOWN ? Action.FAILED : action;
        DeliveryStatus status = DeliveryStatus.by("mx.example.org")
                .envelopeId(id)
                .recipient(RecipientStatus.of("bob@example.net", done, new StatusCode(5, detail, 1))
                        .diagnostic(TypedValue.smtp(answer)))
                .recipient(RecipientStatus.of("jürgen@example.net", done, new StatusCode(4, 1, detail)));
        Message sent = status.compose().text(answer).build();
        Report report = Report.of(Message.parse(sent.toBytes())).orElseThrow();
        assertThat(report.notification()).isEqualTo(status);
        DeliveryStatus read = (DeliveryStatus) report.notification();
        assertThat(read.envelopeId()).contains(id.strip());
        assertThat(read.recipients().get(0).diagnostic()).contains(TypedValue.smtp(answer));
        assertThat(read.recipients().get(1).mailbox()).contains(Mailbox.parse("jürgen@example.net"));
    }

    @Provide
    Arbitrary<List<String>> modifiers() {
        return Arbitraries.of("error", "superseded", "x-tegami-1").list().uniqueElements();
    }

    @Property(tries = 300)
    void aDispositionNotificationReadsBackEqual(
            @ForAll("value") String error,
            @ForAll MessageDisposition.Mode action,
            @ForAll MessageDisposition.Mode sending,
            @ForAll MessageDisposition.Type type,
            @ForAll("modifiers") List<String> modifiers) {
        MessageDisposition.Type told = type == MessageDisposition.Type.OTHER ? MessageDisposition.Type.DISPLAYED : type;
        MessageDisposition disposition = new MessageDisposition(action, sending, told, modifiers);
        String wish = "Return-Path: <ada@example.org>\r\nDisposition-Notification-To: ada@example.org\r\n"
                + "Message-ID: <1@example.org>\r\n\r\nhello";
        DispositionNotification notification = DispositionNotification.of(
                        Mailbox.parse("jürgen@example.net"), disposition)
                .originalMessageId("1@example.org")
                .error(error);
        Message sent = ReceiptRequest.of(Message.parse(wish.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow()
                .answer(notification)
                .build();
        Report report = Report.of(Message.parse(sent.toBytes())).orElseThrow();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notification()).isEqualTo(notification);
        DispositionNotification read = (DispositionNotification) report.notification();
        assertThat(read.disposition()).contains(disposition);
        assertThat(read.errors()).containsExactly(error.strip());
        assertThat(read.finalRecipient().flatMap(TypedValue::mailbox)).contains(Mailbox.parse("jürgen@example.net"));
    }

    @Property(tries = 300)
    void embeddedCharactersReadBackEqual(@ForAll String text) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(EmbeddedUnicode.decode(EmbeddedUnicode.encode(clean))).isEqualTo(clean);
    }

    @Provide
    Arbitrary<String> line() {
        return Arbitraries.of(
                "Reporting-MTA: dns; a",
                "Final-Recipient: rfc822; a@b.example",
                "Original-Recipient: x",
                "Action: failed",
                "Status: 5.1.1",
                "Content-Transfer-Encoding: base64",
                "QWN0aW9uOiBmYWlsZWQ=",
                "Disposition: a/b; c/d",
                "",
                " folded",
                "junk",
                "--b",
                "--b--",
                "Content-Type: message/delivery-status",
                "Content-Type: text/rfc822-headers",
                "Content-Type: multipart/report; boundary=b");
    }

    @Property(tries = 500)
    void anyLinesAreAReport(@ForAll @Size(max = 30) List<@net.jqwik.api.From("line") String> lines) {
        for (String kind : List.of("delivery-status", "disposition-notification", "feedback-report", "x")) {
            String raw =
                    "Content-Type: multipart/report; report-type=" + kind + "; boundary=b\r\n\r\n--b\r\n\r\n--b\r\n"
                            + "Content-Type: message/" + kind + "\r\n\r\n" + String.join("\r\n", lines);
            Report report = Report.of(Message.parse(raw.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
            assertThat(report.findings()).isNotNull();
            assertThat(report.notification()).isNotNull();
        }
    }
}
