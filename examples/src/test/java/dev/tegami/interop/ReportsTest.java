package dev.tegami.interop;

import static dev.tegami.imap.Search.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Folder;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Notify;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Returned;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delivery reports (RFC 3461) that were asked for come back; addresses in any script (RFC 6531) arrive. */
class ReportsTest extends RealServers {
    private final String ada = freshPerson("opensmtpd");
    private final String bob = freshPerson("opensmtpd");

    @ParameterizedTest
    @CsvSource({
        "postfix.submission, multipart/report",
        "exim.submission, multipart/report",
        "opensmtpd.submission, multipart/mixed" // against RFC 3464, and readable all the same
    })
    void aReportOfSuccessComesBack(String server, String form) throws IOException {
        Smtp door = door(Smtp.at("localhost"), server).login("ada", "lovelace");
        Envelope envelope = Envelope.of(addressOf(ada), addressOf(bob))
                .reportOn(Notify.SUCCESS, Notify.FAILURE)
                .returned(Returned.HDRS)
                .envelopeId("order 4711+" + bob);
        Receipt receipt = door.send(letter(), envelope);
        assertThat(receipt.reports()).isEqualTo(Receipt.Reports.PASSED_ON);

        Message report = onlyMessage(ada);
        assertThat(report.root().contentType().toString()).startsWith(form);
        Part machine = report.root().parts().stream()
                .filter(part -> part.contentType().is("message/delivery-status"))
                .findFirst()
                .orElseThrow();
        String status = new String(machine.rawBody().open().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(status)
                .contains(bob)
                .containsPattern("Action: (delivered|relayed)")
                .contains("Status: 2.");
        if (form.equals("multipart/report")) {
            assertThat(status).containsIgnoringCase("Original-Envelope-Id: order"); // Exim writes ID
        }
        assertThat(report.findings()).isEmpty();
    }

    private Message letter() {
        return Message.compose()
                .from(addressOf(ada))
                .to(addressOf(bob))
                .subject("Did it arrive?")
                .text("Tell me.\r\n")
                .build();
    }

    @Test
    void addressesAndHeadersInAnyScriptArrive() throws IOException {
        String juergen = "jürgen@utf8.test";
        Message letter = Message.compose()
                .from(addressOf(ada))
                .to(juergen)
                .subject("Grüße aus 東京")
                .utf8Header()
                .text("Grüß Gott\r\n")
                .build();
        assertThat(letter.needsSmtpUtf8()).isTrue();
        Receipt receipt = door(Smtp.at("localhost"), "postfix.submission")
                .login(ada, FRESH)
                .send(letter);
        assertThat(receipt.isComplete()).isTrue();
        Message got = Delivered.fetch(Delivered.imap("fresh-juergen"), letter);
        byte[] octets = letter.toBytes();
        assertThat(got.toBytes()).endsWith(octets);
        assertThat(got.to().get(0).toString()).contains(juergen);
        assertThat(got.subject()).hasValue("Grüße aus 東京");
    }

    private static Message onlyMessage(String person) throws IOException {
        try (ImapSession session = Delivered.imap(person).open()) {
            Folder inbox = session.select("INBOX");
            for (int i = 0; i < 6; i++) {
                UidSet found = inbox.search(all());
                if (!found.isEmpty()) {
                    return inbox.message(found.stream().findFirst().orElseThrow())
                            .orElseThrow();
                }
                inbox.idle(Duration.ofSeconds(10));
            }
            throw new AssertionError("no report came for " + person);
        }
    }
}
