package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message with NUL travels in the one kind of literal that may hold it, or encoded. */
class BinaryAppendTest {
    private static final String TEXT =
            "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: application/x-y\r\nContent-Transfer-Encoding: binary\r\n\r\na\0b\n";

    private static Message letter() {
        return Message.parse(TEXT.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void append(ScriptedServer server) {
        try (ImapSession imap = Sessions.at(server).open()) {
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

    /** Literals hold long lines and lone line ends: archives keep every octet. */
    @Test
    void whatHasNoNulKeepsEveryOctet() {
        String odd = "Subject: x\r\n\r\n" + "x".repeat(2_000) + "\na\rb\u00ff\r\n";
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ BINARY] ready");
                    for (String tag : List.of("A1", "A2")) {
                        talk.expect(tag + " APPEND \"INBOX\" {" + odd.length() + "+}");
                        assertThat(talk.read(odd.length())).isEqualTo(odd);
                        talk.expect("").send(tag + " OK [CAPABILITY IMAP4rev1 LITERAL+] done");
                    }
                    talk.drain();
                });
                ImapSession imap = Sessions.at(server).open()) {
            imap.append("INBOX", Message.parse(odd.getBytes(StandardCharsets.ISO_8859_1)));
            imap.append("INBOX", Message.parse(odd.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }
}
