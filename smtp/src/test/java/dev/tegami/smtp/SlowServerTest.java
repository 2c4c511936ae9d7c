package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL FROM", "RCPT TO", "DATA"})
    void aReplyThatDripsIsCutByTheDeadlineOfItsStep(String slow) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            reply(talk, slow, "greeting", "220 mail.test");
            talk.line();
            reply(talk, slow, "EHLO", "250 mail.test");
            talk.line();
            reply(talk, slow, "MAIL FROM", "250 ok");
            talk.line();
            reply(talk, slow, "RCPT TO", "250 ok");
            talk.line();
            reply(talk, slow, "DATA", "354 go");
        })) {
            assertThatThrownBy(() -> at(server, SHORT).send(Letters.plain(), BOB))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining(slow);
        }
    }

    private static void reply(Talk talk, String slow, String step, String line) throws IOException {
        if (slow.equals(step)) {
            talk.drip(line.substring(0, 4) + "and so on ".repeat(100), SHORT.dividedBy(8));
        }
        talk.send(line);
    }

    @Test
    void aLastWordThatDripsIsUnknown() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.drip("250 2.0.0 Ok: queued as " + "4711".repeat(100), SHORT.dividedBy(8));
        })) {
            try (SmtpSession session = at(server, SHORT).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(DeliveryUnknown.class)
                        .matches(error -> ((DeliveryUnknown) error).isTimeout());
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
