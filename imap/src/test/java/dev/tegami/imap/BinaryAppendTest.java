package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A message with NUL travels in the one kind of literal that may hold it, or encoded. */
class BinaryAppendTest {
    private static final String TEXT =
            "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: application/x-y\r\nContent-Transfer-Encoding: binary\r\n\r\na\0b\n";

    private static Message letter() {
        return Message.parse(TEXT.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void append(ScriptedServer server) {
        try (ImapSession imap =
                Imap.at("localhost").with(ConnectOptions.of(server.at())).open()) {
            assertThat(imap.append("INBOX", letter())).isEqualTo(Appended.UNKNOWN);
        }
    }

    @Test
    void asItIsWhereTheServerHasBinary() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ BINARY] ready");
            talk.expect("A1 APPEND \"INBOX\" ~{" + TEXT.length() + "+}");
            assertThat(talk.read(TEXT.length())).isEqualTo(TEXT);
            talk.expect("").send("A1 OK done").drain();
        })) {
            append(server);
        }
    }

    @Test
    void encodedWhereItHasNot() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] ready");
            String command = String.valueOf(talk.line());
            assertThat(command).matches("A1 APPEND \"INBOX\" \\{[0-9]+\\+}");
            int length = Integer.parseInt(command.substring(command.indexOf('{') + 1, command.indexOf('+')));
            String sent = talk.read(length);
            assertThat(sent).doesNotContain("\0");
            assertThat(Message.parse(sent.getBytes(StandardCharsets.ISO_8859_1))
                            .root()
                            .content()
                            .orElseThrow()
                            .bytes())
                    .isEqualTo(new byte[] {'a', 0, 'b', '\n'});
            talk.expect("").send("A1 OK done").drain();
        })) {
            append(server);
        }
    }
}
