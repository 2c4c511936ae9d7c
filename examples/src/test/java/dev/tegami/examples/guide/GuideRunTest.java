package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.examples.cli.People;
import dev.tegami.imap.Imap;
import dev.tegami.mime.Message;
import dev.tegami.net.Security;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import dev.tegami.smtp.Smtp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's code, run against servers of its own. */
class GuideRunTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void bothLibrariesComposeTheSameLetter() throws IOException, MessagingException {
        Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WithJakarta.compose(Session.getInstance(new Properties()), minutes.toFile())
                .writeTo(out);
        Message theirs = Message.parse(out.toByteArray());
        Message ours = WithTegami.compose(minutes);
        assertThat(theirs.subject()).isEqualTo(ours.subject());
        assertThat(theirs.from()).isEqualTo(ours.from());
        assertThat(theirs.attachments().get(0).fileName())
                .isEqualTo(ours.attachments().get(0).fileName());
        Path eml = Files.write(folder.resolve("letter.eml"), ours.toBytes());
        assertThat(WithTegami.readFile(eml)).contains("Hello Bob");
        assertThat(Scale.sizeOfAttachment(eml)).isEqualTo(8);
        assertThat(Scale.withLargeFile(minutes).attachments().get(0).fileName()).contains("recording.mp4");
    }

    @Test
    void lettersAreSentReadAndSaved() throws IOException, GeneralSecurityException, InterruptedException {
        DemoAuthority authority = new DemoAuthority();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        CountDownLatch measured = new CountDownLatch(1);
        registry.config().onMeterAdded(meter -> measured.countDown());
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "secret");
                RecordingStream events = Observing.measure(registry)) {
            events.onError(error -> measured.countDown());
            Smtp smtp = Smtp.at(DemoServers.HOST)
                    .port(servers.smtpPort())
                    .trust(authority.certificate())
                    .login("bob@example.org", "secret");
            Imap imap = Observing.traced(Imap.at(DemoServers.HOST)
                    .port(servers.imapPort())
                    .trust(authority.certificate())
                    .login("bob@example.org", "secret"));
            Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
            assertThat(WithTegami.send(smtp, WithTegami.compose(minutes)).isComplete())
                    .isTrue();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                assertThat(Scale.countUnread(List.of(imap, imap, imap), threads))
                        .containsOnly(1L);
            } finally {
                threads.shutdown();
            }
            assertThat(WithTegami.readUnread(imap)).singleElement().asString().contains("Hello Bob");
            assertThat(WithTegami.readUnread(imap)).isEmpty();
            assertThat(WithTegami.saveAttachments(Observing.logged(imap, System.getLogger("guide")), 1, folder))
                    .isEqualTo(1);
            assertThat(folder.resolve("attachment-1")).hasContent("approved");
            Scale.saveWhole(imap, 1, folder.resolve("whole.eml"));
            assertThat(WithTegami.readFile(folder.resolve("whole.eml"))).contains("Hello Bob");
            List<String> unread = Observing.spanned(
                    OpenTelemetry.noop().getTracer("guide"), "unread", () -> WithTegami.readUnread(imap));
            assertThat(unread).isEmpty();
            assertThat(measured.await(1, TimeUnit.MINUTES))
                    .as("a command was measured")
                    .isTrue();
            assertThat(registry.getMeters())
                    .anySatisfy(
                            meter -> assertThat(meter.getId().getTag("server")).contains("localhost"));
        }
    }

    @Test
    void aCompanySignsEncryptsAndVerifies() throws IOException, GeneralSecurityException {
        People.in(folder);
        Path ca = folder.resolve("ca.pem");
        char[] password = "changeit".toCharArray();
        Message note = WithTegami.compose(Files.writeString(folder.resolve("minutes.txt"), "approved"));
        Message sealed = Access.signAndEncrypt(note, folder.resolve("ada.p12"), password, folder.resolve("bob.pem"));
        Keys bob = Keys.fromPkcs12(folder.resolve("bob.p12"), password);
        Message signed = note.with(Smime.sign(Identity.fromPkcs12(folder.resolve("ada.p12"), password)));
        assertThat(Smime.open(sealed, bob, Trust.pem(ca)).isDecrypted()).isTrue();
        assertThat(Access.isTrustedWithoutLists(signed, ca)).isTrue();
        assertThat(Access.isTrustedWithoutLists(note, ca)).isFalse();
        DemoAuthority other = new DemoAuthority();
        assertThat(Access.isTrusted(sealed, bob, ca, other.revocations()))
                .as("nothing tells of these certificates")
                .isFalse();
        Path theirs = Authorities.pem(other, folder.resolve("other.pem"));
        Identity eve = other.person("Ada", "ada@example.org");
        assertThat(Access.isTrusted(note.with(Smime.sign(eve)), Keys.none(), theirs, other.revocations()))
                .isTrue();
    }

    @Test
    void doorsSayWhatTheyWillDo() throws IOException {
        Path ca = People.in(folder).folder().resolve("ca.pem");
        assertThat(Access.ownServer(ca, "secret".toCharArray())
                        .options()
                        .deadlines()
                        .command())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(Access.onlyOurAuthority(ca).options().server().security()).isEqualTo(Security.IMPLICIT_TLS);
        assertThat(Access.gmail(freshness -> "token").options().server().security())
                .isEqualTo(Security.IMPLICIT_TLS);
        assertThat(Access.microsoft365(freshness -> "token").options().server().security())
                .isEqualTo(Security.STARTTLS_REQUIRED);
        assertThat(Access.localRelay().options().server().security()).isEqualTo(Security.INSECURE_PLAINTEXT);
    }
}
