package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static dev.tegami.smtp.Sessions.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.testkit.ScriptedServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Word of the delivery is asked of servers (RFC 3461), word of the reading of the reader's program (RFC 8098). */
class ReportRequestTest {
    @Test
    void deliveryAndReadingAreAskedForTogether() {
        AtomicReference<String> seen = new AtomicReference<>("");
        Recipient bob = Recipient.of(Mailbox.parse("bob@example.test")).reportOn(Notify.SUCCESS, Notify.FAILURE);
        Envelope envelope = Envelope.of("alice@example.test", "bob@example.test")
                .recipients(List.of(bob))
                .returned(Returned.HDRS);
        Message letter = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .requestReadReceipt("alice@example.test")
                .text("hi")
                .build();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "DSN");
            talk.expect("MAIL FROM:<alice@example.test> RET=HDRS").send("250 ok");
            talk.expect("RCPT TO:<bob@example.test> NOTIFY=SUCCESS,FAILURE").send("250 ok");
            talk.expect("DATA").send("354 go");
            seen.set(message(talk));
            talk.send("250 ok").expect("QUIT").send("221 bye");
        })) {
            assertThat(at(server).send(letter, envelope).isComplete()).isTrue();
        }
        assertThat(seen.get()).contains("Disposition-Notification-To: alice@example.test\r\n");
    }
}
