package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.net.Deadlines;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.CertsOnly;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories, and mailboxes that would rather be filters. */
class LdapInjectionTest {
    private static final X509Certificate ADA = People.ADA.certificate();
    private static final X509Certificate BOB = People.BOB.certificate();

    private static LdapServer.Entry entry(String attribute, byte[] value) {
        return new LdapServer.Entry(attribute, new org.bouncycastle.asn1.DEROctetString(value));
    }

    @Test
    void aMailboxIsAskedForAndNothingElse() throws Exception {
        try (LdapServer server = new LdapServer(List.of(), 0)) {
            for (String local : List.of(
                    "ada", "*", "*)(uid=*", "a)(|(mail=*", "\\2a", "a\\", "(", "手紙", "a&b|c!d", "=", ">=~<", "ü#,+;")) {
                Mailbox mailbox = Mailbox.of(local, "example.org");
                assertThat(server.directory().find(mailbox)).isEmpty();
                assertThat(server.asked.take()).isEqualTo("mail=" + local + "@example.org");
            }
        }
    }

    @Test
    void hostsAndBasesThatWouldBeMoreAreRefused() {
        for (String host : List.of("", "a/b", "a b", "a?x", "a\nb", "ldap://x", "a,b", "a@b")) {
            assertThatThrownBy(() -> LdapDirectory.at(host, "dc=example")).isInstanceOf(SmimeException.class);
        }
        assertThatThrownBy(() -> LdapDirectory.at("localhost", "no name")).isInstanceOf(SmimeException.class);
        LdapDirectory clear = LdapDirectory.at("localhost", "dc=example").insecurePlaintext();
        assertThatThrownBy(() -> clear.login("cn=x", "secret")).isInstanceOf(SmimeException.class);
        LdapDirectory tls = LdapDirectory.at("localhost", "dc=example");
        assertThatThrownBy(() -> tls.login("cn=x", "")).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> tls.login("cn=x", "secret").insecurePlaintext())
                .isInstanceOf(SmimeException.class);
    }

    @Test
    void certificatesOfBothKindsAreFoundAndTheRestIsLeft() throws Exception {
        List<LdapServer.Entry> entries = List.of(
                entry("userCertificate;binary", Certificates.encoded(BOB)),
                entry("userSMIMECertificate;binary", CertsOnly.of(List.of(ADA, People.WORLD.root), List.of())),
                entry("userCertificate;binary", "garbage".getBytes(StandardCharsets.US_ASCII)),
                entry("javaSerializedData", new byte[] {1}),
                entry("userCertificate;binary", new byte[300 * 1024]));
        try (LdapServer server = new LdapServer(entries, 0)) {
            LdapDirectory directory = server.directory();
            assertThat(directory.find(Mailbox.parse("ada@example.org")))
                    .containsExactlyInAnyOrder(BOB, ADA, People.WORLD.root);
            Message note = Message.compose()
                    .from("bob@example.net")
                    .to("ada@example.org")
                    .text("x\n")
                    .build();
            assertThat(Smime.encryptFor(note, directory, People.WORLD.trust()).copies(note))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.readers()).containsExactly(ADA));
        }
    }

    @Test
    void answersAreBounded() throws Exception {
        List<LdapServer.Entry> entries =
                Collections.nCopies(100, entry("userCertificate;binary", Certificates.encoded(BOB)));
        try (LdapServer server = new LdapServer(entries, 4)) {
            assertThat(server.directory().find(Mailbox.parse("ada@example.org")))
                    .containsExactly(BOB);
        }
    }

    @Test
    void whatGivesNoAnswerFailsInTime() throws Exception {
        try (LdapServer server = new LdapServer(List.of(), 52)) {
            LdapDirectory directory = server.directory();
            assertThatThrownBy(() -> directory.find(Mailbox.parse("ada@example.org")))
                    .isInstanceOf(LookupFailed.class);
        }
        LdapDirectory gone;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            LdapDirectory directory = LdapDirectory.at("127.0.0.1", "dc=example")
                    .insecurePlaintext()
                    .port(silent.getLocalPort())
                    .deadlines(Deadlines.all(Duration.ofMillis(200)));
            gone = directory;
            assertThatThrownBy(() -> directory.find(Mailbox.parse("ada@example.org")))
                    .isInstanceOf(LookupFailed.class);
        }
        assertThatThrownBy(() -> gone.find(Mailbox.parse("ada@example.org"))).isInstanceOf(LookupFailed.class);
    }
}
