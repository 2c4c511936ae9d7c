package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Inbucket shows of messages: sender, recipients, subject, text. */
class InbucketAgreementTest {
    /** The expectations, and the message each is about. Recipients of {@code no-to} come from SMTP: no header has them. */
    private static final Map<String, String> SHOWN =
            Map.of("basic", "basic", "encodedheader", "encodedheader", "fullname", "fullname", "no-to-ipv4", "no-to");

    @Test
    void shown() throws IOException {
        Agreement agreement = new Agreement("inbucket");
        Path data = Corpora.root().resolve("inbucket/testdata");
        SHOWN.forEach((golden, text) -> {
            List<String> lines = new String(Corpora.read(data.resolve(golden + ".golden")), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Message message = Message.parse(Corpora.read(data.resolve(text + ".txt")));
            agreement.check(
                    golden + " from",
                    lines.get(1),
                    "From: " + shown(message.from().get(0)));
            if (!text.equals("no-to")) {
                agreement.check(
                        golden + " to",
                        lines.get(2),
                        "To: [" + shown(message.to().get(0)) + "]");
            }
            agreement.check(
                    golden + " subject",
                    lines.get(3),
                    "Subject: " + message.subject().orElse(""));
            agreement.check(
                    golden + " text", lines.get(7), message.text().orElse("").strip());
        });
        agreement.conclude();
    }

    private static String shown(Address address) {
        Mailbox mailbox = address.mailboxes().get(0);
        String name = mailbox.displayName();
        return (name.isEmpty() ? "" : name + " ") + "<" + mailbox.address() + ">";
    }
}
