package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Imap;
import dev.tegami.mime.Message;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.TlsFailed;
import dev.tegami.pop3.Entry;
import dev.tegami.pop3.Pop3Session;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Receipt;
import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter's trip: through Postfix, by LMTP into Dovecot, out by IMAP4 and POP3, and opened by us and by OpenSSL. */
class LetterTripTest extends RealServers {
    private static final byte[] MINUTES = "%PDF-1.4 the minutes\r\n\0".getBytes(StandardCharsets.US_ASCII);

    private final String bob = freshPerson();

    @Test
    void aSignedAndEncryptedLetterArrivesWhole(@TempDir Path folder) throws IOException, InterruptedException {
        TestIdentity ada = TestPki.shared().rsaPerson("Ada", addressOf("ada"));
        TestIdentity reader = TestPki.shared().rsaPerson("Bob", addressOf(bob));
        Message closed = letter().with(Smime.sign(Identity.of(ada.key(), ada.certificate())))
                .with(Smime.encrypt(reader.certificate()));

        Receipt receipt = Delivered.submission(bob).send(closed);
        assertThat(receipt.isComplete()).isTrue();
        Message arrived = Delivered.fetch(Delivered.imap(bob), closed);

        Opened opened = Smime.open(
                arrived,
                Keys.of(Identity.of(reader.key(), reader.certificate())),
                Trust.of(TestPki.shared().authority().certificate()),
                Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.message().attachments().get(0).content().orElseThrow().bytes())
                .isEqualTo(MINUTES);
        byOpenSsl(folder, arrived, reader);
    }

    /** OpenSSL reads the very octets that Dovecot gave out. */
    private static void byOpenSsl(Path folder, Message arrived, TestIdentity reader)
            throws IOException, InterruptedException {
        Path authority = TestPki.shared().authority().writePem(folder.resolve("authority.pem"));
        Path keys = reader.writePkcs12(folder.resolve("reader.p12"));
        Path letter = Files.write(folder.resolve("letter.eml"), arrived.toBytes());
        Path signed = folder.resolve("signed.eml");
        Path content = folder.resolve("content.eml");
        Path key = folder.resolve("reader.pem");
        run("openssl", "pkcs12", "-in", keys, "-passin", "pass:changeit", "-nodes", "-out", key);
        run("openssl", "cms", "-decrypt", "-in", letter, "-recip", key, "-out", signed);
        run("openssl", "cms", "-verify", "-in", signed, "-CAfile", authority, "-out", content);
        Message inside = Message.parse(Files.readAllBytes(content));
        assertThat(inside.attachments().get(0).content().orElseThrow().bytes()).isEqualTo(MINUTES);
    }

    private static void run(Object... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        List.of(words).stream().map(Object::toString).toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void aRecipientThatIsNotKnownIsRefusedAndTheOthersGetTheLetter() throws IOException {
        Message letter = letter();
        Receipt receipt = Delivered.submission(bob)
                .send(letter, Envelope.of(addressOf(bob), addressOf(bob), addressOf("nobody"), addressOf("tempfail")));
        assertThat(receipt.isComplete()).isFalse();
        assertThat(receipt.accepted()).hasSize(1);
        assertThat(receipt.refused())
                .extracting(delivery -> delivery.enhancedCode().orElseThrow().toString())
                .containsExactly("5.1.1", "4.7.1");
        assertThat(receipt.deliveries()).extracting(Delivery::outcome).hasSize(3);
        assertThat(Delivered.fetch(Delivered.imap(bob), letter).text()).isPresent();
    }

    @Test
    void theSameOctetsComeByPop3AndStayThereUntilTheSessionIsCommitted() throws IOException {
        Message letter = letter();
        Delivered.submission(bob).send(letter);
        byte[] byImap = Delivered.fetch(Delivered.imap(bob), letter).toBytes();
        for (int i = 0; i < 2; i++) {
            try (Pop3Session session = Delivered.pop3(bob).open()) {
                List<Entry> entries = session.entries();
                assertThat(entries).hasSize(1);
                assertThat(session.message(entries.get(0)).toBytes()).isEqualTo(byImap);
                session.delete(entries);
            }
        }
        try (Pop3Session session = Delivered.pop3(bob).open()) {
            session.delete(session.entries());
            session.commit();
        }
        try (Pop3Session session = Delivered.pop3(bob).open()) {
            assertThat(session.stat().messages()).isZero();
        }
    }

    @Test
    void aWrongPasswordSaysSoAndIsNotSaidAgain() throws IOException {
        assertThatThrownBy(() -> Delivered.imap(bob).login(bob, "swordfish").open())
                .isInstanceOf(AuthenticationFailed.class)
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void anAuthorityThatIsNotTrustedEndsTheSessionBeforeThePassword() throws IOException {
        Endpoint at = endpoint("dovecot.imaps");
        assertThatThrownBy(() ->
                        Imap.at(at.host()).port(at.port()).login(bob, FRESH).open())
                .isInstanceOf(TlsFailed.class);
    }

    private Message letter() {
        return Message.compose()
                .from(addressOf("ada"))
                .to(addressOf(bob))
                .subject("議事録")
                .text("先日の会議の議事録をお送りします。\r\n.\r\nFrom here on it is plain.\r\n")
                .attach("minutes.pdf", MINUTES)
                .build();
    }
}
