package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Deadlines;
import dev.tegami.net.TimedOut;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** A compressed answer a thousand times its size on the wire meets the same limits as any other, and so does damage. */
class CompressBombTest {
    private static ScriptedServer after(ScriptedServer.Script bomb) {
        return ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 IDLE COMPRESS=DEFLATE] ready");
            talk.expect("A1 COMPRESS DEFLATE");
            talk.send("A1 OK from here on");
            bomb.run(talk);
        });
    }

    private static Imap imap(ScriptedServer server) {
        ConnectOptions options = ConnectOptions.of(server.at())
                .deadlines(Deadlines.all(Duration.ofSeconds(10)))
                .limits(WireLimits.defaults().line(1 << 16).reply(1 << 20).literal(1 << 16));
        return Imap.at("localhost").with(options).compressed();
    }

    @Test
    void aLineWithoutEndMeetsTheLimitOfLines() {
        try (ScriptedServer server = after(talk -> flood(talk, "0"));
                ImapSession imap = imap(server).open()) {
            assertThatThrownBy(imap::noop).isInstanceOf(LimitExceeded.class).hasMessageContaining("WireLimits.line");
        }
    }

    @Test
    void newsWithoutEndMeetTheLimitOfReplies() {
        try (ScriptedServer server = after(talk -> flood(talk, "* 1 EXISTS\r\n"));
                ImapSession imap = imap(server).open()) {
            assertThatThrownBy(imap::noop).isInstanceOf(LimitExceeded.class).hasMessageContaining("WireLimits.repl");
        }
    }

    private static void flood(Talk talk, String octets) throws IOException {
        talk.compress().line();
        talk.flood(octets);
    }

    @Test
    void aDamagedStreamEndsTheSession() {
        try (ScriptedServer server = after(talk -> {
                    talk.raw("\u00ff\u00ff\u00ff this was never compressed");
                    talk.drain();
                });
                ImapSession imap = imap(server).open()) {
            assertThatThrownBy(imap::noop).isInstanceOf(ConnectionLost.class).hasMessageContaining("damaged");
        }
    }

    @Test
    void aStreamThatEndsIsAnEndOfTheConnection() {
        try (ScriptedServer server = after(talk -> {
                    talk.raw("\u0003\u0000"); // an empty last block
                    talk.drain();
                });
                ImapSession imap = imap(server).open()) {
            assertThatThrownBy(imap::noop).isInstanceOf(ConnectionLost.class);
        }
    }

    /** Blocks of nothing are octets on the wire and none above it: no wait may go on for them. */
    @Test
    void blocksOfNothingHoldNobodyUp() {
        try (ScriptedServer server = after(talk -> {
                    talk.compress().expect("A2 SELECT \"INBOX\"");
                    talk.send("A2 OK done").expect("A3 IDLE").send("+ idling");
                    talk.clear().flood("\u0000\u0000\u0000\u00ff\u00ff");
                });
                ImapSession imap = imap(server)
                        .deadlines(Deadlines.all(Duration.ofSeconds(1)))
                        .open()) {
            Folder inbox = imap.select("INBOX");
            assertThatThrownBy(() -> inbox.idle(Duration.ofMillis(50)))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("IDLE");
        }
    }

    @Test
    void aServerThatRefusesIsSpokenToInClear() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready");
                    talk.expect("A1 COMPRESS DEFLATE");
                    talk.send("A1 NO [COMPRESSIONACTIVE] TLS does it");
                    talk.expect("A2 NOOP");
                    talk.send("A2 OK done");
                    talk.expect("A3 LOGOUT");
                });
                ImapSession imap = imap(server).open()) {
            imap.noop();
            assertThat(imap.capabilities()).contains("COMPRESS=DEFLATE");
        }
    }

    @Test
    void whatComesBehindTheAgreementInOnePieceIsNotLost() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready");
                    talk.expect("A1 COMPRESS DEFLATE");
                    talk.raw("A1 OK from here on\r\n" + packed("* 7 EXISTS\r\n"));
                    talk.compress().expect("A2 NOOP");
                    talk.send("A2 OK done");
                    talk.expect("A3 LOGOUT");
                });
                ImapSession imap = imap(server).open()) {
            List<Event> heard = new ArrayList<>();
            imap.listen(heard::add);
            imap.noop();
            assertThat(heard).containsExactly(new Event.Exists(7));
        }
    }

    private static String packed(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.ISO_8859_1));
        byte[] packed = new byte[1_000];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return new String(packed, 0, length, StandardCharsets.ISO_8859_1);
    }
}
