package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.examples.cli.People;
import dev.tegami.imap.Imap;
import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Legacy;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Reason;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.converter.EmailConverter;

/** What the guide shows of Simple Java Mail is run, and what it makes is read here. */
class SimpleJavaMailRunTest {
    @TempDir
    Path folder = Path.of("");

    private static Message read(Email email) {
        return Message.parse(EmailConverter.emailToEML(email).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bothComposeTheSameLetterAndAnswerIt() throws IOException {
        Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
        Email email = WithSimpleJavaMail.compose(minutes.toFile());
        Message theirs = read(email);
        Message ours = WithTegami.compose(minutes);
        assertThat(theirs.subject()).isEqualTo(ours.subject());
        assertThat(theirs.from()).isEqualTo(ours.from());
        assertThat(theirs.to()).isEqualTo(ours.to());
        assertThat(theirs.attachments().get(0).fileName())
                .isEqualTo(ours.attachments().get(0).fileName());
        Path eml = Files.write(folder.resolve("letter.eml"), ours.toBytes());
        assertThat(WithSimpleJavaMail.readFile(eml.toFile())).contains("Hello Bob");
        assertThat(read(WithSimpleJavaMail.answer(EmailConverter.emlToEmail(eml.toFile())))
                        .subject())
                .isEqualTo(WithTegami.answer(ours).subject());
    }

    @Test
    void bothSendTheLetter() throws Exception {
        DemoAuthority authority = new DemoAuthority();
        SSLContext.setDefault(Authorities.tls(authority));
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "secret")) {
            Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
            WithSimpleJavaMail.send(
                    DemoServers.HOST,
                    servers.smtpPort(),
                    "bob@example.org",
                    "secret",
                    WithSimpleJavaMail.compose(minutes.toFile()));
            assertThat(WithTegami.readUnread(Imap.at(DemoServers.HOST)
                            .port(servers.imapPort())
                            .trust(authority.certificate())
                            .login("bob@example.org", "secret")))
                    .singleElement()
                    .asString()
                    .contains("Hello Bob");
        }
    }

    @Test
    void whatEitherSealsIsOpened() throws IOException {
        People.in(folder);
        Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
        Trust trust = Trust.pem(folder.resolve("ca.pem"));
        Keys keys = Keys.fromPkcs12(folder.resolve("ada.p12"), "changeit".toCharArray());
        Identity ada = Identity.fromPkcs12(folder.resolve("ada.p12"), "changeit".toCharArray());
        Policy policy = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);
        Message ours = WithTegami.signAndEncrypt(WithTegami.compose(minutes), ada, ada.certificate());
        Opened opened = Smime.open(ours, keys, trust, policy);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        Message theirs = read(WithSimpleJavaMail.signAndEncrypt(
                WithSimpleJavaMail.compose(minutes.toFile()),
                folder.resolve("ada.p12").toFile(),
                "changeit",
                "key",
                ada.certificate()));
        // it encrypts with Triple DES unless it is told otherwise
        assertThat(Smime.open(theirs, keys, trust, policy).verdict().has(Reason.Code.WEAK_ALGORITHM))
                .isTrue();
        Opened old = Smime.open(theirs, keys, trust, policy.accepting(Legacy.TRIPLE_DES));
        assertThat(old.isDecrypted()).as(old.verdict().toString()).isTrue();
        assertThat(old.signers()).hasSize(1);
    }
}
