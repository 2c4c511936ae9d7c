package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A deadline covers the whole step, however slowly the octets drip. */
class SlowServerTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @Test
    void aGreetingThatNeverEndsTimesOut() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.raw("220-h");
            talk.stall();
        })) {
            assertThatThrownBy(() -> at(server, SHORT).open())
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("greeting");
        }
    }

    @Test
    void aServerSilentAfterItsAgreementToTlsTimesOut() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            hello(talk, "mail.test", "STARTTLS");
            talk.expect("STARTTLS").send("220 go");
            talk.stall();
        })) {
            assertThatThrownBy(() -> at(server, SHORT).open()).isInstanceOf(TimedOut.class);
        }
    }

    @Test
    void silenceAfterTheEnvelopeNamesTheCommand() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.send("250 ok").raw("25");
            talk.stall();
        })) {
            try (SmtpSession session = at(server, SHORT).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(TimedOut.class)
                        .hasMessageContaining("RCPT TO");
            }
        }
    }

    @Test
    void silenceAfterTheMessageIsUnknownAndATimeout() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.stall();
        })) {
            try (SmtpSession session = at(server, SHORT).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(DeliveryUnknown.class)
                        .matches(error -> ((DeliveryUnknown) error).isTimeout());
            }
        }
    }
}
