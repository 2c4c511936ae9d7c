package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.net.Deadlines;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Handover.State;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that break while they are read, as of an application's own source. */
@Timeout(60)
class BrokenSourceTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    private final List<Handover> told = new ArrayList<>();

    /** How a source breaks. */
    private interface Break {
        int read() throws IOException;
    }

    /** A message that breaks behind its lines once the server was told of it; before, it can be read. */
    private static MailObject breaking(String recipient, int lines, Predicate<String> isUnderWay, Break end) {
        byte[] octets = "a line of sixteen\r\n".repeat(lines).getBytes(StandardCharsets.US_ASCII);
        Source source = Source.of(() -> new SequenceInputStream(new ByteArrayInputStream(octets), new InputStream() {
            @Override
            public int read() throws IOException {
                return isUnderWay.test(recipient) ? end.read() : -1;
            }

            @Override
            public int read(byte[] room, int from, int length) throws IOException {
                return read();
            }
        }));
        Content content = Content.of(source, ContentType.of("text", "plain"), TransferEncoding.SEVEN_BIT);
        Envelope envelope = Envelope.of("alice@example.test", recipient);
        return new MailObject(Message.of(Part.of(Header.of(List.of()), content)), envelope);
    }

    private static MailObject good() {
        return new MailObject(Letters.plain(), BOB);
    }

    private static int unchecked() {
        throw new IllegalStateException("the row is gone");
    }

    private static int error() {
        throw new StackOverflowError("too deep");
    }

    private static Smtp at(Mailbag bag) {
        return Smtp.at("localhost")
                .port(bag.port())
                .insecurePlaintext()
                .deadlines(Deadlines.all(Duration.ofSeconds(10)));
    }

    private static SmtpPool pool(Mailbag bag) {
        return at(bag).pool(PoolLimits.of(1));
    }

    @Test
    void itsConnectionIsNotKeptForTheNextMessage() throws Exception {
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of("PIPELINING"));
                SmtpPool pool = pool(bag)) {
            MailObject bad = breaking("bad@x.test", 10, bag::isAddressed, BrokenSourceTest::unchecked);
            assertThatThrownBy(() -> pool.send(bad.message(), bad.envelope())).hasMessageContaining("row is gone");
            assertThat(pool.send(Letters.plain(), BOB).isComplete()).isTrue();
        }
    }

    @Test
    void thoseBehindItInABatchGoOverAnotherConnection() throws Exception {
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of("PIPELINING"));
                SmtpPool pool = pool(bag)) {
            List<MailObject> mails = List.of(
                    good(),
                    breaking("bad@x.test", 10, bag::isAddressed, BrokenSourceTest::unchecked),
                    good(),
                    breaking("worse@x.test", 10, bag::isAddressed, () -> {
                        throw new IOException("the disk is gone");
                    }),
                    good());
            pool.sendAll(mails.iterator(), Runnable::run, told::add);
            assertThat(told).extracting(Handover::mail).containsExactlyInAnyOrderElementsOf(mails);
            assertThat(mails)
                    .extracting(this::stateOf)
                    .containsExactly(State.SENT, State.NOT_TRIED, State.SENT, State.NOT_TRIED, State.SENT);
            assertThat(bag.taken()).isEqualTo(3);
        }
    }

    private State stateOf(MailObject mail) {
        return told.stream()
                .filter(handover -> handover.mail().equals(mail))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "PIPELINING CHUNKING"})
    void anErrorIsThrownOnceThoseUnderWayWereTold(String offers) throws Exception {
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of(offers));
                SmtpSession session = at(bag).inChunks().open()) {
            MailObject bad = breaking("bad@x.test", 5_000, bag::isAddressed, BrokenSourceTest::error);
            List<MailObject> mails = List.of(good(), good(), bad, good());
            assertThatThrownBy(() -> session.sendAll(mails.iterator(), told::add))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(told).extracting(Handover::mail).containsExactlyElementsOf(mails.subList(0, 3));
            assertThat(told).extracting(Handover::state).containsExactly(State.SENT, State.SENT, State.NOT_TRIED);
            assertThat(session.takesMore()).isFalse();
        }
    }

    @Test
    void inAPoolTooEachMessageTakenIsTold() throws Exception {
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of("PIPELINING"));
                SmtpPool pool = pool(bag)) {
            MailObject bad = breaking("bad@x.test", 10, bag::isAddressed, BrokenSourceTest::error);
            List<MailObject> mails = List.of(good(), bad, good());
            assertThatThrownBy(() -> pool.sendAll(mails.iterator(), Runnable::run, told::add))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(told).extracting(Handover::state).containsExactly(State.SENT, State.NOT_TRIED);
        }
    }

    private static void firstChunk(Talk talk) throws IOException {
        talk.expect("BDAT 262144").read(262_144);
    }

    @Test
    void theAnswerToAChunkIsNotTakenForThatOfTheNextCommand() {
        AtomicBoolean underWay = new AtomicBoolean();
        MailObject bad = breaking("bad@x.test", 20_000, any -> underWay.get(), BrokenSourceTest::unchecked);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            talk.line();
            talk.line();
            underWay.set(true);
            talk.send("250 ok").send("250 ok");
            firstChunk(talk);
            talk.send("250 first chunk");
            talk.expect("RSET");
            talk.line();
            talk.line();
            talk.send("250 ok").send("250 ok").send("250 ok");
            int size = (int) Letters.plain().size();
            talk.expect("BDAT " + size + " LAST").read(size);
            talk.send("552 5.2.2 full").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = Sessions.at(server).inChunks().open()) {
                List<Handover> all = session.sendAll(List.of(bad, good()));
                assertThat(all).extracting(Handover::state).containsExactly(State.NOT_TRIED, State.REFUSED);
                assertThat(all.get(0).problem().orElseThrow()).hasMessageContaining("row is gone");
            }
        }
    }
}
