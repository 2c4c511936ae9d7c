package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.testkit.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second command hidden in an address, an id or a name. */
class CrlfInjectionTest {
    private static final String COMMAND = "RCPT TO:<eve@evil.test>";

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\0", "\u0085", "\ud800"})
    void noControlGetsIntoAnEnvelope(String control) {
        assertThat(catchThrowable(() -> Envelope.of(
                        Mailbox.of("alice" + control + COMMAND, "example.test"), List.of(Mailbox.parse("b@c.test")))))
                .satisfiesAnyOf(
                        error -> assertThat(error).isNotNull(),
                        error -> assertThat(control).isEqualTo("\u0085"));
        Envelope envelope = Envelope.of("a@example.test", "b@c.test");
        assertThatThrownBy(() -> envelope.envelopeId("id" + control)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Smtp.at("host").introducedAs("me" + control))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\0", "\u0085"})
    void noControlGetsIntoAHostName(String control) {
        assertThatThrownBy(() -> Smtp.at("host" + control)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: \"x\u0085y\"@example.test",
                "To: =?utf-8?q?a=0D=0ARSET?=@example.test",
                "To: <bob@example.test\u000bX>",
                "To: \"bob\r\n RSET\"@example.test",
            })
    void whatAReceivedHeaderHoldsDoesNotBecomeACommand(String field) {
        Message message = Message.parse(
                ("From: a@b.test\r\n" + field + "\r\n\r\nhi\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "SMTPUTF8", "8BITMIME");
            for (String line = talk.line(); line != null && !line.equals("QUIT"); line = talk.line()) {
                seen.add(line);
                talk.send("550 no");
            }
            talk.send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(message)).isInstanceOf(RuntimeException.class);
            }
        }
        assertThat(seen).allMatch(line -> line.startsWith("MAIL FROM:<a@b.test>"));
    }

    @Test
    void lettersThatNarrowToLineEndsStayLetters() {
        Mailbox narrow = Mailbox.of("a\u760d\u760aRSET", "example.test");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "SMTPUTF8", "8BITMIME");
            talk.expect("MAIL FROM:<a\u00e7\u0098\u008d\u00e7\u0098\u008aRSET@example.test> SMTPUTF8");
            talk.send("550 no").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                Envelope envelope = Envelope.of(narrow, List.of(Mailbox.parse("b@c.test")));
                assertThatThrownBy(() -> session.send(Letters.plain(), envelope))
                        .isInstanceOf(SmtpRefused.class);
            }
        }
    }
}
