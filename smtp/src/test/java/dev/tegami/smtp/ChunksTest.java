package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.net.TraceEvent;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** BDAT (RFC 3030) for messages that would also go behind DATA. */
class ChunksTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    private static void envelope(Talk talk) throws IOException {
        talk.line();
        talk.line();
        talk.send("250 ok").send("250 ok");
    }

    @Test
    void dotsStayAsTheyAre() {
        AtomicReference<String> seen = new AtomicReference<>("");
        int size = (int) Letters.plain().size();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            envelope(talk);
            talk.expect("BDAT " + size + " LAST");
            seen.set(talk.read(size));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).inChunks().send(Letters.plain(), BOB).isComplete())
                    .isTrue();
        }
        assertThat(seen.get()).endsWith("\r\n\r\nAt noon?\r\n.\r\n..dots\r\n");
    }

    @Test
    void anEmptyMessageIsOneEmptyChunk() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            envelope(talk);
            talk.expect("BDAT 0 LAST").send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).inChunks().send(Letters.of(""), BOB).isComplete())
                    .isTrue();
        }
    }

    @Test
    void aTraceShowsWhatFollowsAChunkAsALineOfItsOwn() {
        int size = (int) Letters.plain().size();
        List<String> sent = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            for (int i = 0; i < 3; i++) {
                if (i > 0) {
                    talk.expect("RSET").send("250 ok");
                }
                envelope(talk);
                talk.expect("BDAT " + size + " LAST").read(size);
                talk.send("250 ok");
            }
            talk.expect("QUIT").send("221 bye");
        })) {
            Smtp tracing = at(server).inChunks().trace(event -> {
                if (event.kind() == TraceEvent.Kind.SENT) {
                    sent.add(event.text());
                }
            });
            try (SmtpSession session = tracing.open()) {
                session.sendAll(Collections.nCopies(3, new MailObject(Letters.plain(), BOB)));
            }
        }
        List<String> reset = List.of("RSET");
        List<String> message = List.of(
                "MAIL FROM:<alice@example.test>",
                "RCPT TO:<bob@example.test>",
                "BDAT " + size + " LAST",
                "(" + size + " octets)");
        assertThat(sent)
                .containsExactlyElementsOf(
                        Stream.of(List.of("EHLO client.test"), message, reset, message, reset, message, List.of("QUIT"))
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void withoutTheExtensionLinesGoBehindData() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).inChunks().send(Letters.plain(), BOB).isComplete())
                    .isTrue();
        }
    }

    @Test
    void aRefusedChunkEndsTheMessageAndNotTheSession() {
        Message large = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .attach("picture.bin", new byte[1024 * 1024])
                .build();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            envelope(talk);
            talk.expect("BDAT 262144").read(262_144);
            talk.send("452 4.3.1 full");
            talk.expect("RSET");
            talk.line();
            talk.line();
            talk.send("250 ok").send("250 ok").send("250 ok");
            talk.expect("BDAT " + Letters.plain().size() + " LAST")
                    .read((int) Letters.plain().size());
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                assertThatThrownBy(() -> session.send(large, BOB))
                        .isInstanceOf(SmtpRefused.class)
                        .matches(error -> ((SmtpRefused) error).receipt().isPresent());
                assertThat(session.send(Letters.plain(), BOB).isComplete()).isTrue();
            }
        }
    }
}
