package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says is not what it should say: nothing is believed that was not asked. */
class LyingServerTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @ParameterizedTest
    @CsvSource({"354 go, 250 ok, 354 go", "250 ok, 354 go, 354 go", "250 ok, 250 ok, 250 ok"})
    void anAnswerOfTheWrongKindEndsTheSession(String mail, String rcpt, String data) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.line();
            talk.line();
            talk.raw(mail + "\r\n" + rcpt + "\r\n" + data + "\r\n");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(ProtocolViolation.class);
            }
        }
    }

    @Test
    void aPraiseBeforeTheMessageIsNotTakenForItsAnswer() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.line();
            talk.line();
            talk.raw("250 ok\r\n250 ok\r\n354 go\r\n250 2.0.0 queued already\r\n");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                        .isInstanceOf(ProtocolViolation.class)
                        .hasMessageContaining("not asked");
            }
        }
    }

    @Test
    void aSurplusAnswerIsNotTakenForTheNextMessages() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.raw("250 ok\r\n250 and thanks\r\n");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThat(session.send(Letters.plain(), BOB).isComplete()).isTrue();
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(ProtocolViolation.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIZE", "SIZE 0", "SIZE many", "SIZE 99999999999999999999999", "SIZE -1", "SIZE \u00ff"})
    void aSizeThatIsNoneLimitsNothing(String offer) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", offer, "=", "8BITMIME=yes", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).send(Letters.plain(), BOB).isComplete()).isTrue();
        }
    }
}
