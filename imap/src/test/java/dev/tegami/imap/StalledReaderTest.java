package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Deadlines;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server stops reading, or goes away, in the middle of a literal. */
class StalledReaderTest {
    private static final Message LARGE = Message.compose()
            .from("alice@example.test")
            .to("bob@example.test")
            .text("see the picture")
            .attach("picture.bin", new byte[32 * 1024 * 1024])
            .build();

    @Test
    void aServerThatReadsNoMoreEndsTheAppendInTime() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] hello");
                    talk.line();
                    talk.stall();
                });
                ImapSession imap = open(server)) {
            assertThatThrownBy(() -> imap.append("INBOX", LARGE))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("APPEND");
        }
    }

    @Test
    void aServerThatGoesAwayInTheMiddleOfTheAppendIsLost() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] hello");
                    talk.line();
                });
                ImapSession imap = open(server)) {
            assertThatThrownBy(() -> imap.append("INBOX", LARGE))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("APPEND");
        }
    }

    private static ImapSession open(ScriptedServer server) {
        ConnectOptions options = ConnectOptions.of(server.at()).deadlines(Deadlines.all(Duration.ofMillis(500)));
        return Imap.at(server.at().host()).with(options).open();
    }
}
