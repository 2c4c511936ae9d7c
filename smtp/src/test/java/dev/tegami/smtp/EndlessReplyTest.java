package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndlessReplyTest {
    @Test
    void linesWithoutEndMeetALimit() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.flood("220-still here\r\n"))) {
            assertThatThrownBy(() -> at(server).open())
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("replyLines");
        }
    }

    @Test
    void aLineWithoutEndMeetsALimit() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.flood("220 aaaaaaaaaaaaaaaaaaaaaaaa"))) {
            assertThatThrownBy(() -> at(server).open())
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("WireLimits.line");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 400 Bad Request",
                "22",
                "220x ready",
                "999 ready",
                "100 ready",
                "2 0 ready",
                "220-a\r\n250 b",
                "\0\0\0",
                "* OK IMAP4rev1"
            })
    void whatIsNoReplyEndsTheSession(String line) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send(line);
            talk.drain();
        })) {
            assertThatThrownBy(() -> at(server).open()).isInstanceOf(ProtocolViolation.class);
        }
    }
}
