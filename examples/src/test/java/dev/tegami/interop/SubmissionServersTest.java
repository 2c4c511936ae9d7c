package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.report.StatusCode;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.MessageTooLarge;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Retry;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpRefused;
import dev.tegami.smtp.SmtpSession;
import dev.tegami.smtp.Submitter;
import dev.tegami.smtp.TlsDemand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each real server offers is used once for real, and the letter that arrives is the one that was sent. */
class SubmissionServersTest extends RealServers {
    private static final String ODD = """
            .\r
            ..dots\r
            .hidden\r
            trailing spaces   \r
            \ttab\r
            From the beginning of a line\r
            \r
            \r
            """ + "a".repeat(990) + "\r\n";

    private final String bob = freshPerson("opensmtpd"); // the only server that knows its people by name

    private static SmtpSession open(String server) throws IOException {
        return door(server).open();
    }

    private static Smtp door(String server) throws IOException {
        return door(Smtp.at("localhost"), server).login("ada", "lovelace");
    }

    private Message letter(String body) {
        String header = "From: " + addressOf("ada") + "\r\nTo: " + addressOf(bob) + "\r\nSubject: Minutes\r\n"
                + "Message-ID: <" + freshPerson() + "@example.test>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n";
        return Message.parse((header + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** Servers put their fields on top; all below is as it was sent. */
    private void arrives(Message sent) throws IOException {
        byte[] got = Delivered.fetch(Delivered.imap(bob), sent).toBytes();
        byte[] octets = sent.toBytes();
        assertThat(got.length).isGreaterThan(octets.length);
        assertThat(Arrays.copyOfRange(got, got.length - octets.length, got.length))
                .isEqualTo(octets);
    }

    @ParameterizedTest
    @CsvSource({
        "postfix.submission, PIPELINING SIZE ENHANCEDSTATUSCODES 8BITMIME DSN SMTPUTF8 CHUNKING AUTH",
        "exim.submission, PIPELINING SIZE 8BITMIME DSN SMTPUTF8 CHUNKING AUTH",
        "opensmtpd.submission, SIZE ENHANCEDSTATUSCODES 8BITMIME DSN AUTH",
        "dovecot.submission, PIPELINING SIZE ENHANCEDSTATUSCODES 8BITMIME CHUNKING AUTH",
        "dovecot24.submission, PIPELINING SIZE ENHANCEDSTATUSCODES 8BITMIME CHUNKING AUTH"
    })
    void whatWeUseIsOffered(String server, String offers) throws IOException {
        try (SmtpSession session = open(server)) {
            assertThat(session.isSecure()).isTrue();
            assertThat(session.extensions().keywords()).contains(offers.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix.submission",
                "postfix.submissions",
                "exim.submission",
                "exim.submissions",
                "opensmtpd.submission",
                "opensmtpd.submissions",
                "dovecot.submission",
                "dovecot24.submissions"
            })
    void aLetterArrivesOctetForOctet(String server) throws IOException {
        Message letter = letter(ODD);
        Receipt receipt = door(server).send(letter);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.queueId()).isPresent();
        arrives(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "opensmtpd.submission", "dovecot.submission"})
    void eightBitsArriveAsTheyAre(String server) throws IOException {
        Message letter = letter("Grüße aus 東京\r\n" + ODD);
        assertThat(door(server).send(letter).isComplete()).isTrue();
        arrives(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "dovecot.submission", "dovecot24.submission"})
    void chunksArriveAsOneLetter(String server) throws IOException {
        Message letter = letter(ODD.repeat(600));
        assertThat(letter.size()).isGreaterThan(2 * 256 * 1024);
        assertThat(door(server).inChunks().send(letter).isComplete()).isTrue();
        arrives(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "dovecot.submission"})
    void aLastChunkOfNothingEndsAnEmptyLetter(String server) throws IOException {
        Envelope envelope = Envelope.of(addressOf("ada"), addressOf(bob));
        Receipt receipt = door(server).inChunks().send(Message.parse(new byte[0]), envelope);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.queueId()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission"})
    void refusedRecipientsAreToldApart(String server) throws IOException {
        try (SmtpSession session = open(server)) {
            Message letter = letter("To some of you\r\n");
            Receipt receipt = session.send(letter, to(bob, "nobody", "tempfail", "policy"));
            assertThat(receipt.deliveries())
                    .extracting(Delivery::outcome)
                    .containsExactly(
                            Delivery.Outcome.ACCEPTED,
                            Delivery.Outcome.REFUSED,
                            Delivery.Outcome.REFUSED,
                            Delivery.Outcome.REFUSED);
            assertThat(receipt.refused())
                    .extracting(d -> d.reply().orElseThrow().code())
                    .containsExactly(550, 451, 554);
            assertThat(receipt.refused())
                    .extracting(d -> d.enhancedCode().map(StatusCode::toString).orElse("none"))
                    .containsExactly("5.1.1", "4.7.1", "5.7.1");
            assertThat(receipt.refused())
                    .extracting(Delivery::retry)
                    .containsExactly(Retry.NEVER, Retry.SOON, Retry.NEVER);
            refusedForAll(session, letter);
            Message second = letter("and once more, over the same session\r\n");
            assertThat(session.send(second).isComplete()).isTrue();
            arrives(second);
        }
    }

    private static void refusedForAll(SmtpSession session, Message letter) {
        SmtpRefused nobody =
                catchThrowableOfType(SmtpRefused.class, () -> session.send(letter, to("nobody", "tempfail")));
        assertThat(nobody.isTransient()).isTrue();
        assertThat(nobody.receipt().orElseThrow().refused()).hasSize(2);
        SmtpRefused sender = catchThrowableOfType(
                SmtpRefused.class, () -> session.send(letter, Envelope.of(addressOf("refused"), addressOf("ada"))));
        assertThat(sender.reply().code()).isEqualTo(553);
        assertThat(sender.isTransient()).isFalse();
    }

    private static Envelope to(String... people) {
        return Envelope.of(
                Mailbox.parse(addressOf("ada")),
                Stream.of(people).map(p -> Mailbox.parse(addressOf(p))).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensmtpd.submission", "dovecot.submission"})
    void anUnknownRecipientIsRefusedAndTheOthersAreNot(String server) throws IOException {
        Message letter = letter("To one of you\r\n");
        Receipt receipt = door(server).send(letter, to(bob, "nobody"));
        assertThat(receipt.accepted()).hasSize(1);
        assertThat(receipt.refused())
                .hasSize(1)
                .allMatch(d -> d.reply().orElseThrow().isPermanent());
        arrives(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "opensmtpd.submission"})
    void aLetterBeyondTheServersSizeIsNotBegun(String server) throws IOException {
        try (SmtpSession session = open(server)) {
            long limit = session.extensions().size().orElseThrow();
            Message large = Message.compose()
                    .from(addressOf("ada"))
                    .to(addressOf(bob))
                    .attach("film.bin", new byte[(int) limit])
                    .build();
            assertThatThrownBy(() -> session.send(large)).isInstanceOf(MessageTooLarge.class);
            Message small = letter("a small one\r\n");
            assertThat(session.send(small).isComplete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "opensmtpd.submission", "dovecot.submission"})
    void oneSessionCarriesManyLettersAndEnvelopesOfMany(String server) throws IOException {
        try (SmtpSession session = open(server)) {
            for (int i = 0; i < 20; i++) {
                assertThat(session.send(letter("number " + i + "\r\n"), to(bob)).isComplete())
                        .isTrue();
            }
            List<Mailbox> many = Stream.generate(() -> addressOf(bob))
                    .limit(50)
                    .map(Mailbox::parse)
                    .toList();
            Receipt receipt =
                    session.send(letter("to all of you\r\n"), Envelope.of(Mailbox.parse(addressOf("ada")), many));
            assertThat(receipt.accepted()).hasSize(50);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "dovecot.submission"})
    void theSubmitterIsNamedOrUnknown(String server) throws IOException {
        Envelope envelope = to(bob);
        try (SmtpSession session = open(server)) {
            Submitter ada = Submitter.of(Mailbox.parse(addressOf("ada")));
            assertThat(session.send(letter("by ada\r\n"), envelope.submitter(ada))
                            .isComplete())
                    .isTrue();
            assertThat(session.send(letter("by whom?\r\n"), envelope.submitter(Submitter.unknown()))
                            .isComplete())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission"})
    void deliveryBeforeProtectionIsSaidInTheHeader(String server) throws IOException {
        Message letter = letter("Better late than sealed\r\n");
        assertThat(door(server).send(letter, to(bob).tls(TlsDemand.OPTIONAL)).isComplete())
                .isTrue();
        assertThat(Delivered.fetch(Delivered.imap(bob), letter).header().all("TLS-Required"))
                .extracting(field -> field.value())
                .containsExactly("No");
    }
}
