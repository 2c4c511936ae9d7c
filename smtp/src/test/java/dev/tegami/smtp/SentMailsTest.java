package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.mime.report.Action;
import dev.tegami.smtp.Bounce.Basis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report finds the message that caused it. */
class SentMailsTest {
    private static final SentMail ORDER = sent(
            Envelope.of("shop@example.test", "bob@example.test", "carol@example.test")
                    .envelopeId("order-1"),
            "1@example.test");
    private static final SentMail NEWS =
            sent(Envelope.of("shop@example.test", "bob@example.test", "dave@example.test"), "2@example.test");
    private static final SentMails ALL = SentMails.of(List.of(ORDER, NEWS));

    private static SentMail sent(Envelope envelope, String messageId) {
        Receipt receipt = new Receipt(List.of(), Optional.empty(), Receipt.Reports.NOT_ASKED);
        return new SentMail(envelope, Optional.of(messageId), receipt);
    }

    private static Message report(String envelopeId, String recipient, String messageId) {
        return Letters.of("""
                From: MAILER-DAEMON@mx.test
                To: shop@example.test
                Subject: Undelivered Mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It did not work.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.test
                %s
                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                From: shop@example.test
                %s

                --b--
                """.formatted(
                        envelopeId.isEmpty() ? "" : "Original-Envelope-Id: " + envelopeId + "\n",
                        recipient,
                        messageId.isEmpty() ? "Subject: x" : "Message-ID: <" + messageId + ">")
                .replace("\n", "\r\n"));
    }

    @Test
    void byTheEnvelopeId() {
        Bounce bounce = ALL.causeOf(report("order-1", "BOB@example.test", "2@example.test"))
                .orElseThrow();
        assertThat(bounce.mail()).isEqualTo(ORDER);
        assertThat(bounce.basis()).isEqualTo(Basis.ENVELOPE_ID);
        assertThat(bounce.fates()).hasSize(1);
        assertThat(bounce.fates().get(0).recipient())
                .isEqualTo(ORDER.envelope().recipients().get(0));
        assertThat(bounce.fates().get(0).status().action()).isEqualTo(Action.FAILED);
    }

    @Test
    void byTheMessageThatIsReturned() {
        Bounce bounce =
                ALL.causeOf(report("", "bob@example.test", "2@example.test")).orElseThrow();
        assertThat(bounce.mail()).isEqualTo(NEWS);
        assertThat(bounce.basis()).isEqualTo(Basis.MESSAGE_ID);
    }

    @Test
    void byARecipientOnlyIfThereIsNoDoubt() {
        assertThat(ALL.causeOf(report("", "bob@example.test", ""))).isEmpty();
        Bounce bounce = ALL.causeOf(report("", "dave@example.test", "")).orElseThrow();
        assertThat(bounce.mail()).isEqualTo(NEWS);
        assertThat(bounce.basis()).isEqualTo(Basis.RECIPIENT);
    }

    @Test
    void whatIsNoReportOrOnAnotherMessageHasNoCause() {
        assertThat(ALL.causeOf(Letters.plain())).isEmpty();
        assertThat(ALL.causeOf(report("order-2", "eve@example.test", "3@example.test")))
                .isEmpty();
    }

    @Test
    void theAddressAMessageWasFirstSentToCountsToo() {
        Envelope envelope = Envelope.of("shop@example.test", "new@example.test");
        Recipient redirected = envelope.recipients()
                .get(0)
                .original(Envelope.of("a@b.test", "old@example.test")
                        .recipients()
                        .get(0)
                        .mailbox());
        SentMail mail = sent(envelope.recipients(List.of(redirected)), "4@example.test");
        assertThat(SentMails.of(List.of(mail))
                        .causeOf(report("", "old@example.test", ""))
                        .orElseThrow()
                        .fates())
                .hasSize(1);
    }
}
