package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.MailException;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ConnectionLost;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 421 may be the answer to anything (RFC 5321 §3.8): the message may be sent again, and nothing more is said here. */
class ClosingTest {
    private static final String CLOSING = "421 4.3.2 shutting down";
    private static final Envelope BOTH = Envelope.of("alice@example.test", "bob@example.test", "carol@example.test");

    @ParameterizedTest
    @CsvSource({
        "greeting, PIPELINING",
        "EHLO, PIPELINING",
        "AUTH, PIPELINING",
        "MAIL, PIPELINING",
        "MAIL, DSN",
        "bob, PIPELINING",
        "bob, DSN",
        "carol, PIPELINING",
        "carol, DSN",
        "DATA, PIPELINING",
        "DATA, DSN",
        "end, DSN",
        "BDAT, CHUNKING"
    })
    void theServerClosesInsteadOfAnAnswer(String step, String extension) {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> closeAt(talk, step, extension))) {
            Smtp smtp = at(server).login("alice", "wonderland").inChunks();
            Throwable error = catchThrowable(() -> smtp.send(Letters.plain(), BOTH));
            assertThat(error)
                    .isInstanceOfAny(SmtpRefused.class, AuthenticationFailed.class)
                    .hasMessageContaining("421");
            assertThat(((MailException) error).isTransient()).isTrue();
            if (error instanceof SmtpRefused refused && refused.receipt().isPresent()) {
                assertThat(refused.receipt().get().deliveries())
                        .allMatch(delivery -> delivery.outcome() == Outcome.REFUSED)
                        .allMatch(delivery -> delivery.retry().isWorthwhile());
            }
        }
    }

    private static void closeAt(Talk talk, String step, String extension) throws IOException {
        String[] steps = {"greeting", "EHLO", "AUTH", "MAIL", "bob", "carol", "DATA", "end"};
        String[] replies = {
            "220 hi",
            "250-hi\r\n250-AUTH PLAIN\r\n250 " + extension,
            "235 you",
            "250 ok",
            "250 ok",
            "250 ok",
            "354 go",
            ""
        };
        for (int i = 0; i < steps.length; i++) {
            if (i == steps.length - 1) {
                Sessions.message(talk);
            } else if (i > 0) {
                String line = String.valueOf(talk.line());
                if (line.startsWith("BDAT")) {
                    talk.read(Integer.parseInt(line.replaceAll("\\D", "")));
                    break;
                }
            }
            if (steps[i].equals(step)) {
                break;
            }
            talk.send(replies[i]);
        }
        talk.send(CLOSING).close();
    }

    @Test
    void whileTheSessionRestsTheNextMessageIsNotBegun() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            Sessions.hello(talk, "mail.test");
            talk.expect("NOOP").raw("250 ok\r\n" + CLOSING + "\r\n");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                session.noop();
                assertThat(catchThrowable(() -> session.send(Letters.plain(), BOTH)))
                        .isInstanceOf(ConnectionLost.class)
                        .matches(error -> ((MailException) error).isTransient(), "transient");
            }
        }
    }
}
