package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.net.NetException;
import dev.tegami.testkit.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Many messages over one session: RSET where a transaction was left open, and nowhere else. */
class ResetTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @Test
    void onlyAMessageThatFailedIsFollowedByAReset() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            for (int i = 0; i < 100; i++) {
                boolean after = i % 10 == 8; // the one before was refused
                if (after) {
                    talk.expect("RSET");
                }
                talk.expect("MAIL FROM:<alice@example.test>")
                        .expect("RCPT TO:<bob@example.test>")
                        .expect("DATA");
                String well = (after ? "250 reset\r\n" : "") + "250 ok\r\n250 ok\r\n354 go\r\n";
                talk.raw(well);
                Sessions.message(talk);
                talk.send(i % 10 == 7 ? "554 5.6.0 spam" : "250 ok");
            }
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                for (int i = 0; i < 100; i++) {
                    if (i % 10 == 7) {
                        assertThatThrownBy(() -> session.send(Letters.plain(), BOB))
                                .isInstanceOf(SmtpRefused.class);
                    } else {
                        assertThat(session.send(Letters.plain(), BOB).isComplete())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void whatIsRefusedBeforeItBeganLeavesNothingToReset() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "SIZE 200");
            talk.expect("MAIL FROM:<alice@example.test> SIZE=" + Letters.plain().size());
            talk.line();
            talk.line();
            talk.raw("250 ok\r\n250 ok\r\n354 go\r\n");
            Sessions.message(talk);
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            Message large = Letters.of(Letters.HEADER + "\r\n" + "large\r\n".repeat(100));
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(large, BOB)).isInstanceOf(MessageTooLarge.class);
                assertThat(session.send(Letters.plain(), BOB).isComplete()).isTrue();
            }
        }
    }

    @Test
    void aSourceThatBreaksCutsTheConnectionSoThatNobodyGetsHalfAMessage() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(attached(new Broken(1_000)), BOB))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasRootCauseMessage("the disk is gone");
                assertThatThrownBy(() -> session.send(Letters.plain(), BOB)).isInstanceOf(NetException.class);
            }
        }
    }

    @Test
    void aSourceThatBreaksWhileItIsMeasuredCostsNothing() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.send(attached(new Broken(-1)), BOB))
                        .isInstanceOf(UncheckedIOException.class);
            }
        }
    }

    private static Message attached(Source source) {
        return Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .attach("picture.bin", source)
                .build();
    }

    private record Broken(long size) implements Source {
        @Override
        public InputStream open() throws IOException {
            throw new IOException("the disk is gone");
        }
    }
}
