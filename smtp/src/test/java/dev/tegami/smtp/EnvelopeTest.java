package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import dev.tegami.testkit.ScriptedServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope, derived or given. */
class EnvelopeTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @Test
    void theHeaderNamesSenderAndEachRecipientOnce() {
        Envelope envelope = Envelope.of(Letters.of("""
                From: Ada <ada@a.test>, Eve <eve@a.test>\r
                Sender: secretary@a.test\r
                To: bob@b.test, Friends: carol@c.test, "dave d"@d.test;\r
                Cc: Bob again <bob@b.test>, undisclosed-recipients:;\r
                Bcc: erin@e.test\r
                \r
                hi\r
                """));
        assertThat(envelope.sender()).map(Mailbox::address).hasValue("secretary@a.test");
        assertThat(envelope.recipients())
                .extracting(Recipient::toString)
                .containsExactly("bob@b.test", "carol@c.test", "\"dave d\"@d.test", "erin@e.test");
    }

    @Test
    void withoutSenderTheFirstAuthorSends() {
        assertThat(Envelope.of(Letters.of("From: a@a.test, b@b.test\r\nTo: c@c.test\r\n\r\n"))
                        .sender())
                .map(Mailbox::address)
                .hasValue("a@a.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"To: b@b.test", "From: a@a.test", "From: a\r\nTo: b@b.test", "From: a@a.test\r\nTo: b"})
    void aHeaderThatNamesNobodyOrHalfOfOneIsAnError(String header) {
        assertThatThrownBy(() -> Envelope.of(Letters.of(header + "\r\n\r\nhi\r\n")))
                .isInstanceOf(MimeException.class);
    }

    @Test
    void theNullSenderIsWrittenAsSuch() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("MAIL FROM:<>").send("250 ok");
            talk.expect("RCPT TO:<bob@example.test>")
                    .send("550 no")
                    .expect("QUIT")
                    .send("221 bye");
        })) {
            Envelope envelope = Envelope.withoutSender(List.of(Mailbox.of("bob", "example.test")));
            assertThatThrownBy(() -> at(server).send(Letters.plain(), envelope)).isInstanceOf(SmtpRefused.class);
        }
    }

    @Test
    void anUnknownSubmitterIsWrittenOnlyWhereAuthIsOffered() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "AUTH PLAIN");
            talk.expect("MAIL FROM:<alice@example.test> AUTH=<>")
                    .send("550 no")
                    .expect("QUIT")
                    .send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain(), BOB.submitter(Submitter.unknown())))
                    .isInstanceOf(SmtpRefused.class);
        }
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("MAIL FROM:<alice@example.test>")
                    .send("550 no")
                    .expect("QUIT")
                    .send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain(), BOB.submitter(Submitter.unknown())))
                    .isInstanceOf(SmtpRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TLS-Required: no\r\n"})
    void deliveryBeforeProtectionIsSaidOnceInTheHeader(String already) {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "REQUIRETLS");
            assertThat(talk.line()).isEqualTo("MAIL FROM:<alice@example.test>");
            talk.line();
            talk.line();
            talk.send("250 ok").send("250 ok").send("354 go");
            seen.set(Sessions.message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            at(server)
                    .send(
                            Letters.of("From: a@b.test\r\n" + already + "Subject: x\r\n\r\nhi\r\n"),
                            BOB.tls(TlsDemand.OPTIONAL));
        }
        assertThat(seen.get()).containsOnlyOnce("TLS-Required: No").doesNotContain("TLS-Required: no");
        assertThat(seen.get()).contains("Subject: x\r\n").endsWith("\r\n\r\nhi\r\n");
    }
}
