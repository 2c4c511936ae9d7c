package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static dev.tegami.smtp.Sessions.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.net.ConnectionLost;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.smtp.Handover.State;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many messages over one session, each begun before the one before is answered. */
class BatchTest {
    private static final String HELLO = "250 ok\r\n250 ok\r\n354 go";

    private static MailObject to(String recipient) {
        return new MailObject(Letters.plain(), Envelope.of("alice@example.test", recipient));
    }

    private static List<MailObject> mails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> to("bob" + i + "@example.test"))
                .toList();
    }

    private static void envelope(Talk talk, String recipient) throws IOException {
        talk.expect("MAIL FROM:<alice@example.test>").expect("RCPT TO:<" + recipient + "@example.test>");
    }

    /** A session that may have died is asked for the envelope first. */
    private static void first(Talk talk) throws IOException {
        envelope(talk, "bob0");
        talk.send("250 ok").send("250 ok");
        chunk(talk);
    }

    private static void chunk(Talk talk) throws IOException {
        String line = String.valueOf(talk.line());
        assertThat(line).matches("BDAT \\d+ LAST");
        talk.read(Integer.parseInt(line.replaceAll("\\D", "")));
    }

    @Test
    void theNextEnvelopeFollowsAMessageInTheSameBreath() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            envelope(talk, "bob0");
            talk.expect("DATA").send(HELLO);
            message(talk);
            envelope(talk, "bob1");
            talk.expect("DATA").send("250 queued as ONE11111").send(HELLO);
            message(talk);
            talk.send("250 queued as TWO22222").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThat(session.sendAll(mails(2)))
                        .extracting(handover -> handover.orThrow().queueId().orElseThrow())
                        .containsExactly("ONE11111", "TWO22222");
            }
        }
    }

    @Test
    void chunksWaitForNothing() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            first(talk);
            for (int i = 1; i < 5; i++) {
                talk.expect("RSET");
                envelope(talk, "bob" + i);
                chunk(talk);
            }
            talk.send("250 taken");
            for (int i = 1; i < 5; i++) {
                talk.send("250 reset").send("250 ok").send(i == 2 ? "550 5.1.1 who" : "250 ok");
                talk.send(i == 2 ? "503 5.5.1 nobody" : i == 3 ? "552 5.2.2 full" : "250 taken");
            }
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                List<Handover> all = session.sendAll(mails(5));
                assertThat(all)
                        .extracting(Handover::state)
                        .containsExactly(State.SENT, State.SENT, State.REFUSED, State.REFUSED, State.SENT);
                assertThat(all.get(2).problem().orElseThrow()).hasMessageContaining("550 5.1.1");
                assertThat(all.get(3).problem().orElseThrow()).hasMessageContaining("552 5.2.2");
            }
        }
    }

    @Test
    void aServerWithoutPipeliningGetsOneCommandAtATime() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            for (int i = 0; i < 2; i++) {
                talk.expect("MAIL FROM:<alice@example.test>").send("250 ok");
                talk.expect("RCPT TO:<bob" + i + "@example.test>").send("250 ok");
                talk.expect("DATA").send("354 go");
                message(talk);
                talk.send("250 taken");
            }
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                assertThat(session.sendAll(mails(2)))
                        .extracting(Handover::state)
                        .containsOnly(State.SENT);
            }
        }
    }

    @Test
    void whatFailsInTheMiddleIsToldApart() {
        Message broken = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .attach("gone.bin", Source.of(() -> {
                    throw new IOException("the disk is gone");
                }))
                .build();
        List<MailObject> mails = List.of(
                to("sent@example.test"),
                to("refused@example.test"),
                MailObject.of(broken),
                to("spam@example.test"),
                to("unknown@example.test"),
                to("next@example.test"),
                to("last@example.test"));
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            envelope(talk, "sent");
            talk.expect("DATA").send(HELLO);
            message(talk);
            envelope(talk, "refused");
            talk.expect("DATA")
                    .send("250 taken")
                    .send("250 ok")
                    .send("550 5.1.1 who")
                    .send("554 nobody");
            talk.expect("RSET");
            envelope(talk, "spam");
            talk.expect("DATA").send("250 reset").send(HELLO);
            message(talk);
            envelope(talk, "unknown");
            talk.expect("DATA").send("554 5.7.1 spam").send(HELLO);
            message(talk);
            envelope(talk, "next");
            talk.close();
        })) {
            try (SmtpSession session = at(server).open()) {
                List<Handover> all = session.sendAll(mails);
                assertThat(all)
                        .extracting(Handover::state)
                        .containsExactly(
                                State.SENT,
                                State.REFUSED,
                                State.NOT_TRIED,
                                State.REFUSED,
                                State.UNKNOWN,
                                State.NOT_TRIED,
                                State.NOT_TRIED);
                assertThat(all).extracting(Handover::mail).isEqualTo(mails);
                assertThat(all.get(2).problem().orElseThrow()).hasRootCauseMessage("the disk is gone");
                assertThat(all.get(4).problem().orElseThrow()).isInstanceOf(DeliveryUnknown.class);
                assertThat(all.get(6).problem().orElseThrow()).isInstanceOf(ConnectionLost.class);
                assertThat(all.get(6).receipt().deliveries().get(0).retry()).isEqualTo(Retry.SOON);
            }
        }
    }

    @Test
    void aCutLeavesAllChunksUnderWayUnknownAndTheRestUntried() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            first(talk);
            talk.send("250 taken");
            talk.expect("RSET");
            talk.reset();
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                List<Handover> all = session.sendAll(mails(200));
                assertThat(all.get(0).state()).isEqualTo(State.SENT);
                assertThat(all.get(1).state()).isEqualTo(State.UNKNOWN);
                assertThat(all.subList(1, 200))
                        .extracting(Handover::state)
                        .containsOnly(State.UNKNOWN, State.NOT_TRIED);
                assertThat(all.stream().filter(h -> h.state() == State.UNKNOWN)).hasSizeLessThan(20);
            }
        }
    }

    @Test
    void afterAFarewellOfTheServerTheRestIsUntried() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            first(talk);
            talk.send("250 taken");
            talk.expect("RSET").send("250 reset").send("421 4.3.2 too many messages");
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                List<Handover> all = session.sendAll(mails(5));
                assertThat(all)
                        .extracting(Handover::state)
                        .containsExactly(State.SENT, State.REFUSED, State.NOT_TRIED, State.NOT_TRIED, State.NOT_TRIED);
                assertThat(all.get(1).receipt().deliveries().get(0).retry()).isEqualTo(Retry.SOON);
            }
        }
    }

    @Test
    void aMessageTakenWithoutSenderEndsTheSession() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            first(talk);
            talk.send("250 taken").expect("RSET");
            envelope(talk, "bob1");
            chunk(talk);
            talk.send("250 ok")
                    .send("550 no")
                    .send("250 ok")
                    .send("250 taken all the same")
                    .drain();
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                assertThat(session.sendAll(mails(2)).get(1).problem().orElseThrow())
                        .hasMessageContaining("550");
                assertThatThrownBy(session::noop).isInstanceOf(ConnectionLost.class);
            }
        }
    }

    @Test
    void aServerThatWantsTheMessageThoughItRefusedTheSenderGetsNothing() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            envelope(talk, "bob0");
            talk.expect("DATA").send("503 nested").send("250 ok").send("354 go");
            assertThat(talk.line()).isNull();
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThat(session.sendAll(mails(2)))
                        .extracting(Handover::state)
                        .containsExactly(State.REFUSED, State.NOT_TRIED);
            }
        }
    }

    @Test
    void largeMessagesWaitForTheirTurn() {
        Message large = Letters.of(Letters.HEADER + "\r\n" + "0123456789\r\n".repeat(50_000));
        MailObject mail = new MailObject(large, Envelope.of("alice@example.test", "bob@example.test"));
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "CHUNKING");
            envelope(talk, "bob");
            talk.send("250 ok").send("250 ok");
            for (String line = ""; !line.endsWith("LAST"); talk.send("250 got it")) {
                line = String.valueOf(talk.line());
                talk.read(Integer.parseInt(line.replaceAll("\\D", "")));
            }
            talk.expect("RSET"); // the last answer is not read yet
            envelope(talk, "after");
            chunk(talk);
            talk.send("250 ok")
                    .send("250 ok")
                    .send("250 ok")
                    .send("250 ok")
                    .expect("QUIT")
                    .send("221 bye");
        })) {
            try (SmtpSession session = at(server).inChunks().open()) {
                assertThat(session.sendAll(List.of(mail, to("after@example.test"))))
                        .extracting(Handover::state)
                        .containsOnly(State.SENT);
            }
        }
    }

    @Test
    void thousandsOfMessagesPassThroughWithoutBeingHeld() {
        try (ScriptedServer server = ScriptedServer.plain(BatchTest::takeAll)) {
            try (SmtpSession session = at(server).open()) {
                List<Integer> behind = new ArrayList<>();
                int[] counts = {0, 0};
                Iterator<MailObject> mails = Stream.generate(() -> to("bob@example.test"))
                        .limit(500)
                        .peek(mail -> behind.add(++counts[0] - counts[1]))
                        .iterator();
                session.sendAll(mails, handover -> counts[1]++);
                assertThat(counts).containsExactly(500, 500);
                assertThat(behind).allMatch(difference -> difference <= 2);
            }
        }
    }

    private static void takeAll(Talk talk) throws IOException {
        hello(talk, "mail.test", "PIPELINING");
        for (String line = talk.line(); line != null; line = talk.line()) {
            if (line.equals("DATA")) {
                talk.send("354 go");
                message(talk);
            }
            talk.send("250 ok");
        }
    }

    @Test
    void aListenerThatBreaksStopsTheBatchButNotWhatIsUnderWay() {
        try (ScriptedServer server = ScriptedServer.plain(BatchTest::takeAll)) {
            try (SmtpSession session = at(server).open()) {
                List<Handover> told = new ArrayList<>();
                assertThatThrownBy(() -> session.sendAll(mails(10).iterator(), handover -> {
                            told.add(handover);
                            throw new IllegalStateException("full");
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("full");
                assertThat(told).hasSize(2).extracting(Handover::state).containsOnly(State.SENT);
                assertThat(session.noop().isPositive()).isTrue();
            }
        }
    }

    @Test
    void theListenerMustNotUseTheSession() {
        try (ScriptedServer server = ScriptedServer.plain(BatchTest::takeAll)) {
            try (SmtpSession session = at(server).open()) {
                assertThatThrownBy(() -> session.sendAll(mails(1).iterator(), handover -> session.noop()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("in use");
            }
        }
    }

    @Test
    void transactionsAreSplitToFitTheLimits() {
        Envelope envelope =
                Envelope.of("alice@example.test", "a@x.test", "b@y.test", "c@X.test", "d@x.test", "e@y.test");
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "LIMITS RCPTMAX=2 RCPTDOMAINMAX=1 NEW=no");
            List<List<String>> parts = List.of(List.of("a@x", "c@X"), List.of("d@x"), List.of("b@y", "e@y"));
            for (List<String> part : parts) {
                talk.expect("MAIL FROM:<alice@example.test>");
                for (String recipient : part) {
                    talk.expect("RCPT TO:<" + recipient + ".test>");
                }
                talk.expect("DATA");
                if (part.size() == 1) {
                    talk.send("250 taken")
                            .send("250 ok")
                            .send("550 5.1.1 no")
                            .send("554 nobody")
                            .expect("RSET");
                    talk.send("250 ok");
                    continue;
                }
                if (part.contains("a@x")) {
                    talk.send("250 ok").send("250 ok").send("250 ok").send("354 go");
                } else {
                    talk.send("250 ok").send("250 ok").send("450 4.2.1 later").send("354 go");
                }
                message(talk);
                if (part.contains("e@y")) {
                    talk.send("250 taken");
                }
            }
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                Receipt receipt = session.send(Letters.plain(), envelope);
                assertThat(receipt.deliveries())
                        .extracting(Delivery::outcome)
                        .containsExactly(
                                Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED);
                assertThat(receipt.deliveries().get(4).retry()).isEqualTo(Retry.LATER);
            }
        }
    }

    @Test
    void noMoreMessagesAreBegunThanTheServerAllows() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING", "LIMITS MAILMAX=2");
            for (int i = 0; i < 2; i++) {
                envelope(talk, "bob" + i);
                talk.expect("DATA").send((i == 1 ? "250 taken\r\n" : "") + HELLO);
                message(talk);
            }
            talk.send("250 taken").expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                List<Handover> all = session.sendAll(mails(4));
                assertThat(all)
                        .extracting(Handover::state)
                        .containsExactly(State.SENT, State.SENT, State.NOT_TRIED, State.NOT_TRIED);
                assertThat(all.get(3).problem().orElseThrow()).isInstanceOf(SessionSpent.class);
                assertThatThrownBy(() -> session.send(Letters.plain())).isInstanceOf(SessionSpent.class);
            }
        }
    }
}
