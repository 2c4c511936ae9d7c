package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static dev.tegami.smtp.Sessions.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.net.Aborted;
import dev.tegami.net.ConnectionLost;
import dev.tegami.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");
    private static final String EIGHT_BIT = """
            From: a@b.test
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            gr\u00c3\u00bc\u00c3\u009fe from all of us here
            """.replace("\n", "\r\n");

    @Test
    void aServerThatKnowsOnlyHeloGetsTheMessageInSevenBits() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("220 old").expect("EHLO client.test").send("502 what?");
            talk.expect("HELO client.test").send("250 old");
            talk.expect("MAIL FROM:<alice@example.test>").send("250 ok");
            talk.expect("RCPT TO:<bob@example.test>").send("250 ok");
            talk.expect("DATA").send("354 go");
            seen.set(message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).send(Letters.of(EIGHT_BIT), BOB).isComplete()).isTrue();
        }
        assertThat(seen.get()).contains("quoted-printable", "gr=C3=BC=C3=9Fe");
    }

    @Test
    void eightBitsTravelAsTheyAreWhereOffered() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "8BITMIME");
            talk.expect("MAIL FROM:<alice@example.test> BODY=8BITMIME").send("250 ok");
            talk.expect("RCPT TO:<bob@example.test>").send("250 ok");
            talk.expect("DATA").send("354 go");
            seen.set(message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            at(server).send(Letters.of(EIGHT_BIT), BOB);
        }
        assertThat(seen.get()).isEqualTo(EIGHT_BIT);
    }

    @Test
    void aSignedMessageIsNotChangedButRefused() {
        String signed = """
                From: a@b.test
                MIME-Version: 1.0
                Content-Type: multipart/signed; boundary=b; protocol="application/pkcs7-signature"; micalg=sha-256

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                \u00c3\u00bc
                --b
                Content-Type: application/pkcs7-signature

                AAAA
                --b--
                """.replace("\n", "\r\n");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("QUIT").send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.of(signed), BOB))
                    .isInstanceOf(ExtensionMissing.class)
                    .hasMessageContaining("signed")
                    .hasMessageContaining("8BITMIME");
        }
    }

    @Test
    void binaryTravelsInChunksWithoutBase64() {
        Message message = Letters.of("From: alice@example.test\r\nTo: bob@example.test\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + "\0\n\r\u00ff.".repeat(140_000));
        AtomicLong octets = new AtomicLong();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "CHUNKING", "BINARYMIME", "PIPELINING", "SIZE 1000000");
            assertThat(talk.line()).contains("BODY=BINARYMIME", "SIZE=" + message.size());
            talk.expect("RCPT TO:<bob@example.test>").send("250 ok").send("250 ok");
            for (String line = String.valueOf(talk.line());
                    line.startsWith("BDAT ");
                    line = String.valueOf(talk.line())) {
                int size = Integer.parseInt(line.replaceAll("\\D", ""));
                octets.addAndGet(talk.read(size).length());
                talk.send("250 2.0.0 got them");
            }
            talk.send("221 bye");
        })) {
            assertThat(at(server).send(message).isComplete()).isTrue();
        }
        assertThat(octets.get()).isEqualTo(message.size()).isLessThan(702_000);
    }

    @Test
    void aMessageBeyondTheServersSizeIsNotBegun() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "SIZE 50");
            talk.expect("QUIT").send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain()))
                    .isInstanceOf(MessageTooLarge.class)
                    .hasMessageContaining("50");
        }
    }

    @Test
    void bccIsInTheEnvelopeAndNotInTheMessage() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("MAIL FROM:<a@b.test>").send("250 ok");
            talk.expect("RCPT TO:<hidden@c.test>").send("250 ok");
            talk.expect("DATA").send("354 go");
            seen.set(message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            at(server).send(Letters.of("From: a@b.test\r\nBcc: hidden@c.test\r\nSubject: x\r\n\r\nhi\r\n"));
        }
        assertThat(seen.get()).isEqualTo("From: a@b.test\r\nSubject: x\r\n\r\nhi\r\n");
    }

    @Test
    void aThousandRecipientsKeepTheWindow() {
        List<Mailbox> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(Mailbox.of("user" + i, "example.test"));
        }
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.send("250 ok");
            for (int i = 0; i < 1000; i++) {
                talk.expect("RCPT TO:<user" + i + "@example.test>");
                talk.send(i % 10 == 9 ? "452 4.5.3 too many" : "250 ok");
            }
            talk.expect("DATA").send("354 go");
            message(talk);
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            Receipt receipt = at(server).send(Letters.plain(), Envelope.of(Mailbox.of("a", "b.test"), many));
            assertThat(receipt.accepted()).hasSize(900);
            assertThat(receipt.refused()).hasSize(100).allMatch(d -> d.retry().equals(Retry.NOW));
            assertThat(receipt.refused().get(0).recipient().mailbox().localPart())
                    .isEqualTo("user9");
        }
    }

    @Test
    void aServerThatAsksForAMessageToNobodyGetsNone() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.line();
            talk.expect("DATA").send("250 ok").send("550 5.1.1 no").send("354 go");
            talk.expect(".").send("554 nobody");
            talk.expect("RSET").expect("MAIL FROM:<alice@example.test>");
            talk.line();
            talk.expect("DATA").send("250 ok").send("250 ok").send("250 ok").send("354 go");
            message(talk);
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(SmtpRefused.class);
                assertThat(session.send(Letters.plain(), BOB).isComplete()).isTrue();
            }
        }
    }

    @Test
    void afterTheServerSaysThatItClosesNothingMoreIsSent() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.line();
            talk.send("421 4.3.2 shutting down");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(SmtpRefused.class)
                        .matches(error -> ((SmtpRefused) error).isTransient());
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(ConnectionLost.class);
            }
        }
    }

    @Test
    void theDemandForTlsNeedsTheExtension() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
            hello(talk, "mail.test", "REQUIRETLS");
            talk.expect("MAIL FROM:<alice@example.test> REQUIRETLS").send("550 no");
            talk.expect("QUIT").send("221 bye");
        })) {
            Envelope demanding = BOB.tls(TlsDemand.REQUIRED);
            assertThatThrownBy(() -> at(server).send(Letters.plain(), demanding))
                    .isInstanceOf(SmtpRefused.class);
        }
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "REQUIRETLS");
            talk.expect("QUIT").send("221 bye");
        })) {
            Envelope demanding = BOB.tls(TlsDemand.REQUIRED);
            assertThatThrownBy(() -> at(server).send(Letters.plain(), demanding))
                    .isInstanceOf(ExtensionMissing.class);
        }
    }

    @Test
    void anAbortFromAnotherThreadAfterTheMessageLeavesTheOutcomeUnknown() {
        CountDownLatch sent = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            message(talk);
            sent.countDown();
            talk.drain();
        })) {
            try (SmtpSession session = at(server).open()) {
                Thread other = new Thread(() -> {
                    try {
                        sent.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    session.abort();
                });
                other.start();
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(DeliveryUnknown.class)
                        .hasCauseInstanceOf(Aborted.class)
                        .satisfies(error -> assertThat(
                                        ((DeliveryUnknown) error).receipt().deliveries())
                                .extracting(Delivery::outcome)
                                .containsExactly(Delivery.Outcome.UNKNOWN));
            }
        }
    }

    @Test
    void submitterAndReportsAreWrittenAsTheirExtensionsWantThem() {
        Envelope envelope = BOB.submitter(Submitter.of(Mailbox.of("a+b", "example.test")))
                .recipients(List.of(Recipient.of(Mailbox.of("bob", "example.test"))
                        .reportOn()
                        .original(Mailbox.of("old=bob", "example.test"))))
                .returned(Returned.FULL);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "DSN", "AUTH PLAIN");
            talk.expect("MAIL FROM:<alice@example.test> RET=FULL AUTH=a+2Bb@example.test")
                    .send("250 ok");
            talk.expect("RCPT TO:<bob@example.test> NOTIFY=NEVER ORCPT=rfc822;old+3Dbob@example.test");
            talk.send("550 no").expect("RSET").send("250 ok").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), envelope))
                        .isInstanceOf(SmtpRefused.class);
                assertThat(session.reset().isPositive()).isTrue();
            }
        }
    }
}
