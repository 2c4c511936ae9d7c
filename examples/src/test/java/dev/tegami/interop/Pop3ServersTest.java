package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.mime.Message;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.Receive;
import dev.tegami.pop3.Entry;
import dev.tegami.pop3.Policy;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.Pop3Session;
import dev.tegami.pop3.SeenFile;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POP3 with Dovecot, Cyrus and Courier: whatever each of them offers. */
class Pop3ServersTest extends RealServers {
    private static final String[] SUBJECTS = {"first", "議事録", "third"};

    private static Pop3 pop3(String server, String person) throws IOException {
        return door(Pop3.at(endpoint(server + ".pop3s").host()), server + ".pop3s")
                .login(person, FRESH);
    }

    private static Pop3 clear(String server, String person) throws IOException {
        return door(Pop3.at(endpoint(server + ".pop3").host()), server + ".pop3")
                .login(person, FRESH);
    }

    private static Message letter(String subject) {
        return Message.compose()
                .from(addressOf("ada"))
                .to(addressOf("bob"))
                .subject(subject)
                .text("Dear Bob,\r\n.\r\n..\r\nthat was " + subject + "\r\n")
                .build();
    }

    /** A person with three letters. */
    private static String personWithMail(String server) throws IOException {
        String person = freshPerson(server);
        Imap imap = door(Imap.at(endpoint(server + ".imaps").host()), server + ".imaps");
        try (ImapSession session = imap.login(person, FRESH).open()) {
            for (String subject : SUBJECTS) {
                session.append("INBOX", letter(subject));
            }
        }
        return person;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot", "dovecot24", "cyrus", "cyrus310", "courier"})
    void headersComeFirstAndMessagesComeOctetForOctet(String server) throws IOException {
        String person = personWithMail(server);
        try (Pop3Session session = pop3(server, person).open()) {
            assertThat(session.stat().messages()).isEqualTo(3);
            List<Entry> entries = session.entries();
            assertThat(entries).hasSize(3).allMatch(entry -> entry.uid().isPresent());
            assertThat(session.headers(entries))
                    .extracting(head -> head.get().subject().orElseThrow())
                    .containsExactly(SUBJECTS);
            assertThat(session.top(entries.get(0), 1).text().orElseThrow()).contains("Dear Bob");
            List<String> texts = new ArrayList<>();
            session.retrieve(
                    entries,
                    entry -> Receive.bytes(100_000),
                    arrival -> texts.add(
                            Message.parse(arrival.get()).text().orElseThrow().replace("\r\n", "\n")));
            assertThat(texts.get(2)).isEqualTo("Dear Bob,\n.\n..\nthat was third\n");
            session.noop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot", "dovecot24", "cyrus", "cyrus310", "courier"})
    void onlyACommitDeletes(String server) throws IOException {
        String person = personWithMail(server);
        try (Pop3Session session = clear(server, person).open()) {
            assertThat(session.delete(session.entries())).isEmpty();
        }
        try (Pop3Session session = clear(server, person).open()) {
            List<Entry> entries = session.entries();
            assertThat(entries).hasSize(3);
            session.delete(entries);
            session.reset();
            session.delete(entries.subList(0, 2));
            session.commit();
        }
        try (Pop3Session session = clear(server, person).open()) {
            assertThat(session.headers(session.entries()))
                    .extracting(head -> head.get().subject().orElseThrow())
                    .containsExactly("third");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot", "dovecot24", "cyrus", "cyrus310", "courier"})
    void aCollectionDownloadsNothingTwiceAndDeletesWhatItHas(String server, @TempDir Path directory)
            throws IOException {
        String person = personWithMail(server);
        Store maildir = Maildir.create(directory.resolve("mail"));
        Store mbox = Mbox.at(directory.resolve("mbox"));
        Pop3 pop3 = pop3(server, person);
        try (SeenFile seen = SeenFile.open(directory.resolve("seen"))) {
            assertThat(pop3.collect(maildir, seen, Policy.leaveFor(Duration.ofDays(7)))
                            .stored())
                    .hasSize(3);
            assertThat(pop3.collect(maildir, seen, Policy.leave()).stored()).isEmpty();
            assertThat(pop3.collect(maildir, seen, Policy.leaveNewest(1)).deleted())
                    .hasSize(2);
        }
        try (SeenFile seen = SeenFile.open(directory.resolve("other"))) {
            assertThat(pop3.collect(mbox, seen, Policy.delete().largest(10)).notes())
                    .hasSize(1);
            assertThat(pop3.collect(mbox, seen, Policy.delete()).deleted()).hasSize(1);
        }
        assertThat(maildir.search(header -> header.first("Subject").isPresent()))
                .hasSize(3);
        assertThat(mbox.list()).hasSize(1);
        try (Pop3Session session = pop3.open()) {
            assertThat(session.stat().messages()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot, USER PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256",
        "dovecot24, USER PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "cyrus, USER PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "cyrus310, USER PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "courier, USER PLAIN LOGIN CRAM-MD5",
    })
    void everyMechanismThatIsOfferedLogsInAndAWrongPasswordIsNamed(String server, String mechanisms)
            throws IOException {
        String person = freshPerson(server);
        for (String mechanism : mechanisms.split(" ", -1)) {
            clear(server, person)
                    .login(Credentials.password(person, FRESH).only(mechanism))
                    .open()
                    .close();
        }
        assertThatThrownBy(
                        () -> clear(server, person).login(person, "swordfish").open())
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.WRONG_CREDENTIALS))
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void apopServesInClearWhereTheCallerChoseThat() throws IOException {
        String person = freshPerson("cyrus");
        Pop3 clear = clear("cyrus", person).insecurePlaintext();
        clear.login(Credentials.password(person, FRESH).only("APOP")).open().close();
        assertThatThrownBy(() -> clear.login(
                                Credentials.password(person, "swordfish").only("APOP"))
                        .open())
                .isInstanceOf(AuthenticationFailed.class);
    }

    @Test
    void courierSaysHowLongToWaitBetweenLoginsAndHasAUtf8Mode() throws IOException {
        String person = personWithMail("courier");
        try (Pop3Session session = pop3("courier", person).utf8().open()) {
            assertThat(session.capabilities().loginDelay()).contains(Duration.ofSeconds(10));
            assertThat(session.capabilities().implementation().orElseThrow()).contains("Courier");
            assertThat(session.headers(session.entries()).get(1).get().subject())
                    .contains("議事録");
        }
    }
}
