package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tegami.MailException;
import dev.tegami.mime.report.StatusCode;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dialogues with real servers, each whole, octet by octet, cut at every octet, and over sockets. */
class TranscriptTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "postfix-submission.txt, 550, 5.1.1",
        "exim-submission.txt, 550, 5.1.1",
        "opensmtpd-submission.txt, 524, 5.2.4",
        "dovecot-submission.txt, 550, 5.1.1",
    })
    void aLetterToAKnownAndAnUnknownPerson(String file, int code, String enhanced) throws Exception {
        replay(file).everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, "client.test")) {
                Receipt receipt = session.send(Letters.plain());
                assertThat(receipt.deliveries())
                        .extracting(Delivery::outcome)
                        .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED);
                assertThat(receipt.queueId()).isPresent();
                Delivery refused = receipt.refused().get(0);
                assertThat(refused.enhancedCode().map(StatusCode::toString).orElse(""))
                        .isEqualTo(enhanced);
                assertThat(refused.reply().orElseThrow().code()).isEqualTo(code);
                assertThat(refused.retry()).isEqualTo(Retry.NEVER);
            }
        });
    }

    @Test
    void aServerThatNamesNoQueue() throws Exception {
        replay("james-submission.txt").everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, "client.test")) {
                Receipt receipt = session.send(Letters.plain());
                assertThat(receipt.queueId()).isEmpty();
                assertThat(receipt.accepted()).hasSize(1);
                assertThat(receipt.refused().get(0).reply().orElseThrow().text())
                        .isEqualTo("Unknown user: nobody@example.test");
            }
        });
    }

    @Test
    void aServerWithoutPipelining() throws Exception {
        replay("subethasmtp.txt").everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, "client.test")) {
                assertThat(session.send(Letters.plain()).isComplete()).isTrue();
            }
        });
    }

    @Test
    void twoLettersAndARefusedOneBetween() throws Exception {
        replay("postfix-three-letters.txt").everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, "client.test")) {
                Envelope bob = Envelope.of("alice@example.test", "bob@example.test");
                assertThat(session.send(Letters.plain(), bob).isComplete()).isTrue();
                refusedForAll(session);
                assertThat(session.send(Letters.plain(), bob).isComplete()).isTrue();
            }
        });
    }

    private static void refusedForAll(SmtpSession session) {
        Envelope nobody = Envelope.of("alice@example.test", "nobody@example.test", "tempfail@example.test");
        MailException error = catchThrowableOfType(MailException.class, () -> session.send(Letters.plain(), nobody));
        if (!(error instanceof SmtpRefused refused)) {
            throw error;
        }
        assertThat(refused.isTransient()).isTrue();
        assertThat(refused.reply().code()).isEqualTo(451);
        assertThat(refused.receipt().orElseThrow().refused())
                .extracting(Delivery::retry)
                .containsExactly(Retry.NEVER, Retry.SOON);
    }

    @Test
    void reportsAndInternationalAddresses() throws Exception {
        replay("postfix-dsn-smtputf8.txt").everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, "client.test")) {
                Envelope envelope = Envelope.of("alice@example.test", "jürgen@utf8.test")
                        .reportOn(Notify.SUCCESS, Notify.FAILURE)
                        .returned(Returned.HDRS)
                        .envelopeId("order 4711+1");
                Receipt receipt = session.send(Letters.plain(), envelope);
                assertThat(receipt.reports()).isEqualTo(Receipt.Reports.PASSED_ON);
                assertThat(receipt.isComplete()).isTrue();
            }
        });
    }

    @Test
    void aWrongPassword() throws Exception {
        replay("postfix-wrong-password.txt", "wonderlandx").everyWay(wire -> {
            MailException error =
                    catchThrowableOfType(MailException.class, () -> SmtpSession.over(wire, "client.test"));
            if (!(error instanceof AuthenticationFailed failed)) {
                throw error;
            }
            assertThat(failed.why()).isEqualTo(Denial.WRONG_CREDENTIALS);
            assertThat(failed.serverText()).startsWith("535 5.7.8");
        });
    }

    private static Replay replay(String file) {
        return replay(file, "wonderland");
    }

    private static Replay replay(String file, String password) {
        return Replay.of(Transcript.resource(TranscriptTest.class, file), SmtpSession.PROTOCOL)
                .options(options -> options.credentials(
                        Credentials.password("alice", password).only("PLAIN")));
    }
}
