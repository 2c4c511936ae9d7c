package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.envelope;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.testkit.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second message hidden behind a line end that one server takes for the end and the other does not. */
class SmugglingTest {
    private static final String SECOND = "MAIL FROM:<admin@example.test>\r\nRCPT TO:<bob@example.test>\r\nDATA\r\n";
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\r\n",
                "\n.\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\n",
                "\r\n.\r",
                "\r\r\n.\r\r\n",
                "\n.\r",
                "\0\r\n.\r\n"
            })
    void noForgedEndOfMessageReachesTheServer(String end) {
        String body = "harmless" + end + SECOND;
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            envelope(talk);
            seen.set(Sessions.message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThat(session.send(Letters.of("From: a@b.test\r\nSubject: x\r\n\r\n" + body), BOB)
                                .isComplete())
                        .isTrue();
            }
        }
        String text = java.util.Objects.requireNonNull(seen.get());
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n", "\0");
        Message arrived = Letters.of(text.replace("\r\n.", "\r\n"));
        assertThat(arrived.text().orElseThrow()).contains("harmless", "MAIL FROM:<admin@example.test>");
    }

    @Test
    void aUnixFileGetsTheLineEndsOfTheNetAndItsDotsDoubled() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            envelope(talk);
            seen.set(Sessions.message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                session.send(Letters.of("From: a@b.test\nSubject: x\n\nhi\n.\nbye\n"), BOB);
            }
        }
        assertThat(seen.get()).isEqualTo("From: a@b.test\r\nSubject: x\r\n\r\nhi\r\n..\r\nbye\r\n");
    }

    @Test
    void aBareLineEndInAHeaderIsRefusedBeforeAnythingIsSent() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                Message message = Letters.of("From: a@b.test\r\nSubject: x\r.\r" + "y\r\n\r\nhi\r\n");
                assertThatThrownBy(() -> session.send(message, BOB))
                        .isInstanceOf(ExtensionMissing.class)
                        .hasMessageContaining("header");
            }
        }
    }

    @Test
    void aSourceThatTurnsBadOnItsSecondReadingCutsTheConnection() throws IOException {
        AtomicBoolean bad = new AtomicBoolean();
        Source source = Source.of(() -> stream("From: a@b.test\r\n\r\nhi" + (bad.get() ? "\n.\n4" : "1234") + "\r\n"));
        assertThat(cutAfter(bad, Message.parse(source))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void halfAMessageDoesNotLookLikeAWholeOne() throws IOException {
        AtomicBoolean bad = new AtomicBoolean();
        Source source = Source.of(() -> {
            if (bad.get()) {
                throw new IOException("the disk is gone");
            }
            return stream("From: a@b.test\r\n\r\nhi\r\n");
        });
        assertThat(cutAfter(bad, Message.parse(source))).hasStackTraceContaining("the disk is gone");
    }

    /** Lets the source turn bad once the server waits for the message; gives what the client threw. */
    private static Throwable cutAfter(AtomicBoolean bad, Message message) {
        List<String> seen = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            talk.line();
            talk.line();
            talk.expect("DATA");
            bad.set(true);
            talk.send("250 ok").send("250 ok").send("354 go");
            try {
                for (String line = talk.line(); line != null; line = talk.line()) {
                    seen.add(line);
                }
            } finally {
                over.countDown();
            }
        })) {
            Throwable error;
            try (SmtpSession session = at(server).open()) {
                error = catchThrowable(() -> session.send(message, BOB));
            }
            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).doesNotContain(".").noneMatch(line -> line.contains("\n"));
            return error;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream stream(String octets) {
        return new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
    }
}
