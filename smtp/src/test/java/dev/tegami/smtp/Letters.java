package dev.tegami.smtp;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;

/** Messages for tests, octet for octet the same every time. */
final class Letters {
    static final String HEADER =
            "From: Alice <alice@example.test>\r\nTo: bob@example.test, nobody@example.test\r\nSubject: Lunch\r\n";

    private Letters() {}

    static Message plain() {
        return of(HEADER + "\r\nAt noon?\r\n.\r\n..dots\r\n");
    }

    static Message of(String octets) {
        return Message.parse(octets.getBytes(StandardCharsets.ISO_8859_1));
    }
}
