package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.mime.Message;
import dev.tegami.mime.report.StatusCode;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Handover;
import dev.tegami.smtp.Lmtp;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.SmtpRefused;
import dev.tegami.smtp.SmtpSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LMTP with real stores: each recipient has an answer of its own, and what was taken is in the mailbox, once. */
class LmtpStoresTest extends RealServers {
    private static final int LETTERS = 20;
    private static final StatusCode FULL = new StatusCode(5, 2, 2);

    private final String run = UUID.randomUUID().toString();

    private static Lmtp store(String server, String way) throws IOException {
        Lmtp door = way.startsWith("tcp")
                ? door(Lmtp.at("localhost"), server + ".lmtp")
                : Lmtp.unix(Path.of(ServerList.value(server + ".lmtp.socket")));
        return way.endsWith("chunks") ? door.inChunks() : door;
    }

    private Message letter(int number) {
        return Message.compose()
                .from(addressOf("ada"))
                .to("undisclosed-recipients:;")
                .subject("letter " + number + " of " + run)
                .text("Number " + number + "\r\n.\r\n")
                .build();
    }

    private static Envelope to(String... people) {
        return Envelope.of(
                addressOf("ada"),
                List.of(people).stream().map(RealServers::addressOf).toArray(String[]::new));
    }

    private List<String> subjects(String server, String person) throws IOException {
        try (ImapSession session = door(Imap.at("localhost"), server + ".imaps")
                .login(person, FRESH)
                .open()) {
            Folder inbox = session.select("INBOX");
            return inbox.search(Search.subject(run)).stream()
                    .mapToObj(
                            uid -> inbox.message(uid).flatMap(Message::subject).orElseThrow())
                    .toList();
        }
    }

    private static List<Outcome> outcomes(Receipt receipt) {
        return receipt.deliveries().stream().map(Delivery::outcome).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot, tcp lines",
        "dovecot, tcp chunks",
        "dovecot, unix lines",
        "dovecot, unix chunks",
        "dovecot24, tcp lines",
        "dovecot24, tcp chunks",
        "dovecot24, unix lines",
        "dovecot24, unix chunks"
    })
    void oneIsFullAndTheOthersGetAll(String server, String way) throws IOException {
        String first = freshPerson(server);
        String last = freshPerson(server);
        Envelope three = to(first, "full", last);
        List<MailObject> mails = IntStream.range(0, LETTERS)
                .mapToObj(i -> new MailObject(letter(i), three))
                .toList();
        try (SmtpSession session = store(server, way).open()) {
            assertThat(session.isSecure()).isEqualTo(way.startsWith("tcp"));
            for (Handover handover : session.sendAll(mails)) {
                Receipt receipt = handover.orThrow();
                assertThat(outcomes(receipt)).containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.ACCEPTED);
                assertThat(receipt.deliveries().get(1).enhancedCode()).contains(FULL);
            }
        }
        assertThat(subjects(server, first)).hasSize(LETTERS).doesNotHaveDuplicates();
        assertThat(subjects(server, last)).hasSize(LETTERS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp lines", "unix chunks"})
    void oneIsUnknownOneIsFullAndTheSessionGoesOn(String way) throws IOException {
        String person = freshPerson("dovecot24");
        try (SmtpSession session = store("dovecot24", way).open()) {
            assertThatThrownBy(() -> session.send(letter(1), to("nobody"))).isInstanceOf(SmtpRefused.class);
            assertThatThrownBy(() -> session.send(letter(2), to("full"))).isInstanceOf(SmtpRefused.class);
            Receipt receipt = session.send(letter(3), to("nobody", person, "full"));
            assertThat(outcomes(receipt)).containsExactly(Outcome.REFUSED, Outcome.ACCEPTED, Outcome.REFUSED);
            assertThat(receipt.deliveries().get(0).enhancedCode()).contains(new StatusCode(5, 1, 1));
            assertThat(receipt.deliveries().get(2).enhancedCode()).contains(FULL);
        }
        assertThat(subjects("dovecot24", person)).containsExactly("letter 3 of " + run);
    }
}
