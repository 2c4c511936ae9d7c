package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Headers in UTF-8 travel as they are (RFC 9051, RFC 9755), or announced where a server wants that (RFC 6855). */
class Utf8AppendTest {
    private static final String TEXT = "Subject: Grüße\r\n\r\nhello\r\n";
    private static final int LENGTH = TEXT.getBytes(StandardCharsets.UTF_8).length;

    private static void append(ScriptedServer server, String extension) {
        try (ImapSession imap = Sessions.at(server).open()) {
            if (!extension.isEmpty()) {
                imap.enable(extension);
            }
            Message plain = Message.parse("Subject: x\r\n\r\nGrüße\r\n".getBytes(StandardCharsets.UTF_8));
            imap.append("INBOX", Message.parse(TEXT.getBytes(StandardCharsets.UTF_8)));
            imap.append("INBOX", plain);
        }
    }

    private static void plain(Talk talk, String tag) throws IOException {
        String command = String.valueOf(talk.line());
        assertThat(command).matches(tag + " APPEND \"INBOX\" \\{[0-9]+\\+}");
        talk.read(Integer.parseInt(command.replaceAll(".*\\{|\\+}", "")));
        talk.expect("").send(tag + " OK done");
    }

    /** As RFC 6855 has it. The message is not sent before the server shows that it knows what comes. */
    private static ScriptedServer wantingItAnnounced(String capability) {
        return ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ENABLE " + capability + "] ready");
            talk.expect("A1 ENABLE UTF8=ACCEPT").send("* ENABLED UTF8=ACCEPT").send("A1 OK done");
            talk.expect("A2 APPEND \"INBOX\" {" + LENGTH + "+}");
            talk.read(LENGTH);
            talk.expect("").send("A2 NO not like this");
            talk.expect("A3 APPEND \"INBOX\" () UTF8 (~{" + LENGTH + "}").send("+ go on");
            assertThat(talk.read(LENGTH).getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
            talk.expect(")").send("A3 OK done");
            plain(talk, "A4");
            talk.drain();
        });
    }

    @Test
    void announcedWhereTheServerTakesItInNoOtherWay() {
        try (ScriptedServer server = wantingItAnnounced("UTF8=ACCEPT")) {
            append(server, "UTF8=ACCEPT");
        }
    }

    @Test
    void announcedWhereTheServerHasNothingButUtf8() {
        try (ScriptedServer server = wantingItAnnounced("UTF8=ONLY")) {
            append(server, "");
        }
    }

    @Test
    void theErrorSaysWhatToTurnOn() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ENABLE UTF8=ACCEPT] ready");
            talk.expect("A1 APPEND \"INBOX\" {" + LENGTH + "+}");
            talk.read(LENGTH);
            talk.expect("").send("A1 NO 8-bit header").drain();
        })) {
            assertThatThrownBy(() -> append(server, ""))
                    .isInstanceOf(ImapRefused.class)
                    .hasMessageContaining("8-bit header")
                    .extracting(error -> ((ImapRefused) error).advice())
                    .asString()
                    .contains("enable(\"UTF8=ACCEPT\")");
        }
    }

    /** Dovecot would take the message for commands. */
    @Test
    void neverAnnouncedToDovecot() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ENABLE UTF8=ACCEPT] Dovecot ready.");
            talk.expect("A1 ENABLE UTF8=ACCEPT").send("* ENABLED UTF8=ACCEPT").send("A1 OK done");
            talk.expect("A2 STATUS \"&tegami\" (MESSAGES)").send("A2 NO unknown");
            talk.expect("A3 APPEND \"INBOX\" {" + LENGTH + "+}");
            talk.read(LENGTH);
            talk.expect("").send("A3 NO no").drain();
        })) {
            assertThatThrownBy(() -> append(server, "UTF8=ACCEPT")).isInstanceOf(ImapRefused.class);
        }
    }

    @Test
    void asItIsWhereImap4rev2IsOn() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ ENABLE] ready");
            talk.expect("A1 ENABLE IMAP4rev2").send("* ENABLED IMAP4rev2").send("A1 OK done");
            plain(talk, "A2");
            plain(talk, "A3");
            talk.drain();
        })) {
            append(server, "IMAP4rev2");
        }
    }

    @Test
    void asItIsWhereTheServerKnowsNothingOfIt() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] ready");
            plain(talk, "A1");
            plain(talk, "A2");
            talk.drain();
        })) {
            append(server, "");
        }
    }
}
