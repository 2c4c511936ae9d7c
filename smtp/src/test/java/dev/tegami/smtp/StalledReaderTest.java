package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The peer stops reading while we write. */
class StalledReaderTest {
    @Test
    void aServerThatReadsNoMoreEndsTheMessageInTime() {
        Message large = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .text("see the picture")
                .attach("picture.bin", new byte[32 * 1024 * 1024])
                .build();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            talk.stall();
        })) {
            try (SmtpSession session = at(server, Duration.ofMillis(500)).open()) {
                assertThatThrownBy(() -> session.send(large))
                        .isInstanceOf(TimedOut.class)
                        .hasMessageContaining("message body");
            }
        }
    }
}
