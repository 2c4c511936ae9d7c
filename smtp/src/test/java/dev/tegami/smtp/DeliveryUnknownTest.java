package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.internal.wire.Wire;
import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.sasl.Credentials;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.testkit.MemoryTransport;
import dev.tegami.testkit.MemoryTransport.End;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.TestPki;
import dev.tegami.testkit.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is lost between the final dot and the end of the server's answer. */
class DeliveryUnknownTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "postfix-submission.txt, 250 2.0.0 Ok: queued as 4jYf6y1kb4zJPtZ",
        "exim-submission.txt, 250 OK id=1xVnh8-0005Ka-2F",
        "opensmtpd-submission.txt, 250 2.0.0 fc8e39fa Message accepted for delivery",
        "dovecot-submission.txt, 250 2.0.0 Ok: 311 bytes queued as 4jYf743mRZzJQgw"
    })
    void aCutAtAnyOctetOfTheLastWordIsUnknownAndOneBeforeIsNot(String file, String lastWord) {
        Transcript transcript = Transcript.resource(DeliveryUnknownTest.class, file);
        int after = transcript.serverOctets(true);
        int before = after - (lastWord + "\r\n").length();
        for (int octets = 0; octets < after; octets++) {
            Throwable error = cut(transcript, octets);
            assertThat(error instanceof DeliveryUnknown)
                    .as("unknown after %s of %s octets: %s", octets, after, error)
                    .isEqualTo(octets >= before);
            if (error instanceof DeliveryUnknown unknown) {
                assertThat(unknown.receipt().deliveries())
                        .extracting(Delivery::outcome)
                        .containsExactly(Outcome.UNKNOWN, Outcome.REFUSED);
                assertThat(unknown.isTransient()).isFalse();
                assertThat(unknown.receipt().deliveries().get(0).retry()).isEqualTo(Retry.NEVER);
            }
        }
    }

    private static Throwable cut(Transcript transcript, int octets) {
        MemoryTransport memory = new MemoryTransport(transcript, Integer.MAX_VALUE, octets, End.CUT);
        ConnectOptions options = ConnectOptions.of(new dev.tegami.net.Server("localhost", 0, transcript.security()))
                .tls(TestPki.shared().trusting())
                .credentials(Credentials.password("alice", "wonderland").only("PLAIN"));
        return catchThrowable(() -> {
            try (SmtpSession session =
                    SmtpSession.over(Wire.over(memory, options, SmtpSession.PROTOCOL), "client.test")) {
                session.send(Letters.plain());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"354 more", "what?", "999 ok", "250-ok\r\n550 no"})
    void anAnswerThatIsNoneIsUnknown(String answer) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.send(answer).drain();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(DeliveryUnknown.class);
            }
        }
    }

    @Test
    void aCutWithinTheMessageIsAFailureThatMayBeRepeated() {
        Message large = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .text("see the picture")
                .attach("picture.bin", new byte[16 * 1024 * 1024])
                .build();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            talk.read(1_000_000);
            talk.reset();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(large))
                        .isInstanceOf(ConnectionLost.class)
                        .matches(error -> ((ConnectionLost) error).isTransient(), "transient");
            }
        }
    }

    @Test
    void aCutAfterTheLastChunkIsUnknown() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            talk.line();
            talk.line();
            talk.send("250 ok").send("250 ok");
            String bdat = String.valueOf(talk.line());
            assertThat(bdat).endsWith(" LAST");
            talk.read(Integer.parseInt(bdat.replaceAll("\\D", "")));
            talk.raw("250").close();
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(DeliveryUnknown.class);
            }
        }
    }
}
