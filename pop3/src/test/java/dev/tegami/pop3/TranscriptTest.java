package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.MailException;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.Receive;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session with each server, whole, octet by octet, cut at every octet, and over sockets. */
class TranscriptTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"dovecot.txt", "courier.txt", "cyrus.txt", "greenmail.txt"})
    void listsReadsAndDeletes(String file) throws Exception {
        Replay.of(Transcript.resource(TranscriptTest.class, file), Sessions.POP3)
                .options(options -> options.credentials(
                        Credentials.password("alice", "wonderland").only("PLAIN")))
                .everyWay(TranscriptTest::talk);
    }

    private static void talk(Wire wire) throws Exception {
        Pop3Session session = Sessions.over(wire);
        assertThat(session.stat().messages()).isEqualTo(2);
        List<Entry> entries = session.entries();
        assertThat(entries).hasSize(2).allMatch(entry -> entry.uid().isPresent());
        assertThat(session.headers(entries))
                .extracting(arrival -> arrival.get().subject().orElseThrow())
                .containsExactly("first", "second");
        List<String> bodies = new ArrayList<>();
        session.retrieve(
                entries, entry -> Receive.bytes(10_000), arrival -> bodies.add(new String(arrival.get(), US_ASCII)));
        assertThat(bodies.get(0)).contains("\r\n\r\nHello\r\n.dot\r\n");
        assertThat(bodies.get(1)).endsWith("\r\n\r\nshort\r\n");
        assertThat(session.message(entries.get(0)).subject()).hasValue("first");
        refused(session);
        session.reset();
        session.noop();
        assertThat(session.delete(List.of(entries.get(1)))).isEmpty();
        session.commit();
    }

    private static void refused(Pop3Session session) {
        try {
            session.message(new Entry(77, 0, Optional.empty()));
        } catch (Pop3Refused e) {
            assertThat(e.during()).isEqualTo("RETR 77");
            return;
        } catch (MailException e) {
            throw e;
        }
        throw new AssertionError("a message that does not exist was retrieved");
    }
}
