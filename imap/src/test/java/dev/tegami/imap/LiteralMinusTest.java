package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LITERAL- (RFC 7888 section 5): up to 4,096 octets go out at once, more wait for the server's leave. */
class LiteralMinusTest {
    @ParameterizedTest
    @CsvSource({"LITERAL-, 4096, +", "LITERAL-, 4097, ''", "LITERAL+, 4097, +", "IDLE, 100, ''"})
    void whatMayGoOutAtOnceDoes(String capability, int size, String mark) {
        byte[] letter = ("Subject: x\r\n\r\n" + "x".repeat(size - 14)).getBytes(StandardCharsets.US_ASCII);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 " + capability + "] ready");
                    talk.expect("A1 APPEND \"INBOX\" {" + size + mark + "}");
                    if (mark.isEmpty()) {
                        talk.send("+ go on");
                    }
                    assertThat(talk.read(size)).hasSize(size);
                    talk.expect("").send("A1 OK done").drain();
                });
                ImapSession imap = Sessions.at(server).open()) {
            assertThat(imap.append("INBOX", Message.parse(letter))).isEqualTo(Appended.UNKNOWN);
        }
    }
}
