package dev.tegami.imap;

import static dev.tegami.imap.Search.subject;
import static dev.tegami.imap.Search.unseen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GreenMailTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("bob@example.test", "bob", "builder");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Imap at() {
        return Imap.at("localhost").port(server.getImap().getPort()).insecurePlaintext();
    }

    private ImapSession open() {
        return at().login("bob", "builder").open();
    }

    private static Message letter(String subject) {
        return Message.compose()
                .from("Ada <ada@example.test>")
                .to("bob@example.test")
                .subject(subject)
                .text("Hello Bob\r\n")
                .attach("minutes.txt", dev.tegami.mime.Source.of("one\ntwo".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    @Test
    void aMessageGoesInAndComesOutOctetForOctet() {
        Message letter = letter("議事録");
        try (ImapSession imap = open()) {
            imap.append("INBOX", letter, Flag.FLAGGED);
            Folder inbox = imap.select("INBOX");
            UidSet found = inbox.search(unseen().and(Search.flagged(Flag.FLAGGED)));
            assertThat(found.size()).isOne();
            long uid = found.stream().findFirst().orElseThrow();
            assertThat(inbox.message(uid).orElseThrow().toBytes()).isEqualTo(letter.toBytes());
        }
    }

    @Test
    void theListingComesBeforeTheBody() {
        try (ImapSession imap = open()) {
            imap.append("INBOX", List.of(letter("議事録"), letter("second")));
            Folder inbox = imap.select("INBOX");
            List<Summary> all = inbox.fetch(
                    UidSet.all(), Fetch.ENVELOPE, Fetch.FLAGS, Fetch.STRUCTURE, Fetch.SIZE, Fetch.INTERNAL_DATE);
            assertThat(all).extracting(s -> s.subject().orElse("")).containsExactly("議事録", "second");
            Summary first = all.get(0);
            assertThat(first.from().toString()).contains("ada@example.test");
            assertThat(first.date()).isPresent();
            assertThat(first.internalDate()).isPresent();
            Structure text = first.structure().orElseThrow().first("text/plain").orElseThrow();
            String body = inbox.receive(first.uid(), Section.part(text.section()), Receive.bytes(1000))
                    .map(octets -> new String(octets, StandardCharsets.UTF_8))
                    .orElseThrow();
            assertThat(body).startsWith("Hello Bob"); // GreenMail cuts the last line end of a part
            assertThat(inbox.fetch(UidSet.of(first.uid()), Fetch.FLAGS).get(0).flags())
                    .doesNotContain(Flag.SEEN);
        }
    }

    @Test
    void aSectionStreamsToAStream() {
        Message letter = letter("streamed");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImapSession imap = open()) {
            imap.append("INBOX", letter);
            Folder inbox = imap.select("INBOX");
            long uid = inbox.fetch(UidSet.all()).get(0).uid();
            assertThat(inbox.receive(uid, Section.ALL, Receive.toStream(out))).contains(letter.size());
            assertThat(inbox.receive(uid, Section.ALL.partial(0, 5), Receive.bytes(100))
                            .orElseThrow())
                    .hasSize(5);
            assertThat(inbox.receive(uid + 99, Section.ALL, Receive.bytes(100))).isEmpty();
        }
        assertThat(out.toByteArray()).isEqualTo(letter.toBytes());
    }

    @Test
    void foldersAreMadeRenamedFilledAndRemoved() {
        try (ImapSession imap = open()) {
            imap.create("Entwürfe & Ideen");
            imap.append("INBOX", letter("to move"));
            Folder inbox = imap.select("INBOX");
            UidSet all = inbox.search(Search.all());
            inbox.copy(all, "Entwürfe & Ideen");
            inbox.move(all, "Entwürfe & Ideen");
            assertThat(inbox.exists()).isZero();
            assertThat(imap.status("Entwürfe & Ideen").messages()).hasValue(2);
            imap.rename("Entwürfe & Ideen", "日本");
            assertThat(imap.list()).extracting(FolderListing::name).containsExactlyInAnyOrder("INBOX", "日本");
            imap.delete("日本");
            assertThat(imap.list()).extracting(FolderListing::name).containsExactly("INBOX");
        }
    }

    @Test
    void flagsAreSetTakenAwayAndExpunged() {
        try (ImapSession imap = open()) {
            imap.append("INBOX", List.of(letter("one"), letter("two")));
            Folder inbox = imap.select("INBOX");
            UidSet one = inbox.search(subject("one"));
            inbox.addFlags(one, Flag.DELETED, Flag.of("$Kw"));
            assertThat(inbox.fetch(one, Fetch.FLAGS).get(0).flags()).contains(Flag.DELETED, Flag.of("$kw"));
            inbox.removeFlags(one, Flag.of("$Kw"));
            inbox.expunge(one);
            assertThat(inbox.exists()).isOne();
            assertThat(inbox.fetch(SeqSet.all(), Fetch.ENVELOPE))
                    .extracting(s -> s.subject().orElse(""))
                    .containsExactly("two");
        }
    }

    @Test
    void idleTellsOfNewMail() {
        try (ImapSession imap = open();
                ImapSession other = open()) {
            Folder inbox = imap.select("INBOX");
            other.append("INBOX", letter("news"));
            assertThat(inbox.idle(Duration.ofSeconds(20))).contains(new Event.Exists(1));
            assertThat(inbox.exists()).isOne();
        }
    }

    @Test
    void anEarlierFolderCannotBeUsed() {
        try (ImapSession imap = open()) {
            Folder first = imap.select("INBOX");
            imap.select("INBOX");
            assertThatThrownBy(() -> first.search(Search.all())).isInstanceOf(FolderLeft.class);
        }
    }

    @Test
    void aRefusalLeavesTheSessionAlive() {
        try (ImapSession imap = open()) {
            assertThatThrownBy(() -> imap.select("Nope")).isInstanceOf(ImapRefused.class);
            assertThat(imap.select("INBOX").exists()).isZero();
        }
    }

    @Test
    void aCallersErrorLeavesTheSessionAlive() {
        try (ImapSession imap = open()) {
            imap.append("INBOX", List.of(letter("one"), letter("two")));
            Folder inbox = imap.select("INBOX");
            assertThatThrownBy(() -> inbox.fetch(UidSet.all(), summary -> {
                        throw new IllegalArgumentException("the caller's own");
                    }))
                    .hasMessage("the caller's own");
            long uid = inbox.fetch(UidSet.all()).get(0).uid();
            assertThatThrownBy(() -> inbox.receive(uid, Section.ALL, Receive.bytes(10)))
                    .isInstanceOf(dev.tegami.LimitExceeded.class);
            assertThatThrownBy(() -> inbox.receive(uid, Section.ALL, announced -> {
                        throw new java.io.IOException("disk full");
                    }))
                    .hasMessageContaining("disk full");
            assertThat(inbox.fetch(SeqSet.all())).hasSize(2);
        }
    }

    @Test
    void aWrongPasswordIsNamed() {
        assertThatThrownBy(() -> at().login("bob", "wrong-secret").open())
                .isInstanceOf(dev.tegami.net.AuthenticationFailed.class)
                .hasMessageNotContaining("wrong-secret");
    }
}
