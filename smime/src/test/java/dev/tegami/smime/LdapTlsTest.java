package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.mime.Mailbox;
import dev.tegami.net.ClientIdentity;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.TlsFailed;
import dev.tegami.net.TlsOptions;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.testkit.SecretScan;
import dev.tegami.testkit.TestCertificate;
import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;

/** Directories by TLS: whom they are, and what is said before that is known. */
class LdapTlsTest {
    private static final TestPki PKI = TestPki.shared();
    private static final X509Certificate ADA = People.ADA.certificate();
    private static final Mailbox MAILBOX = Mailbox.parse("ada@example.org");
    private static final LdapServer.Answering ANSWER = LdapServer.all(
            List.of(new LdapServer.Entry("userCertificate;binary", new DEROctetString(Certificates.encoded(ADA)))), 0);

    private static LdapServer secure(SSLContext context) throws IOException {
        return new LdapServer(LdapServer.secure(context), Optional.empty(), ANSWER);
    }

    private static LdapServer upgrading(Optional<SSLContext> context) throws IOException {
        return new LdapServer(LdapServer.plain(), context, ANSWER);
    }

    /** Nothing was asked for: no name of anybody was told to whoever that is. */
    private static void fails(LdapServer server, LdapDirectory directory, Class<? extends Throwable> cause) {
        assertThatThrownBy(() -> directory.find(MAILBOX))
                .isInstanceOf(LookupFailed.class)
                .hasMessageContaining("the directory")
                .hasCauseInstanceOf(cause);
        assertThat(server.asked).noneMatch(each -> each.contains("example"));
    }

    @Test
    void anAuthorityOfOnesOwnIsTrusted() throws Exception {
        try (LdapServer server = secure(PKI.serverContext())) {
            for (String host : List.of("localhost", "127.0.0.1")) {
                LdapDirectory directory = server.at(host).trust(PKI.authority().certificate());
                assertThat(directory.find(MAILBOX)).containsExactly(ADA);
            }
            assertThat(server.at("localhost").tls(PKI.trusting()).find(MAILBOX)).containsExactly(ADA);
        }
    }

    @Test
    void aContextOfOnesOwnIsUsedAndTheNameIsStillChecked() throws Exception {
        TlsOptions own = TlsOptions.defaults().context(PKI.contextOf(PKI.server()));
        try (LdapServer server = secure(PKI.serverContext())) {
            assertThat(server.at("localhost").tls(own).find(MAILBOX)).containsExactly(ADA);
        }
        try (LdapServer server = secure(elsewhere())) {
            fails(server, server.at("localhost").tls(own), TlsFailed.class);
        }
    }

    private static SSLContext elsewhere() {
        return PKI.contextOf(TestCertificate.named("localhost")
                .dns("directory.example.org")
                .server()
                .issuedBy(PKI.authority()));
    }

    @Test
    void theCertificateOfAnotherHostIsRefused() throws Exception {
        try (LdapServer server = secure(elsewhere())) {
            LdapDirectory directory = server.at("localhost").tls(PKI.trusting());
            fails(server, directory, TlsFailed.class);
            assertThat(directory
                            .tls(PKI.trusting().serverName("directory.example.org"))
                            .find(MAILBOX))
                    .containsExactly(ADA);
        }
    }

    @Test
    void anUnknownAuthorityIsRefused() throws Exception {
        TestIdentity other = TestCertificate.named("Another").authority().selfSigned();
        TestIdentity server =
                TestCertificate.named("localhost").dns("localhost").server().issuedBy(other);
        try (LdapServer stranger = secure(PKI.contextOf(server))) {
            fails(stranger, stranger.at("localhost"), TlsFailed.class);
            fails(stranger, stranger.at("localhost").tls(PKI.trusting()), TlsFailed.class);
        }
    }

    @Test
    void nothingIsSaidInTheClearUnlessThatIsAskedFor() throws Exception {
        try (LdapServer server = upgrading(Optional.empty())) {
            fails(server, server.at("localhost").startTls(), dev.tegami.smime.internal.LdapRefused.class);
            assertThat(server.asked).containsExactly("StartTLS");
            assertThatThrownBy(() -> server.at("localhost").opportunisticTls()).isInstanceOf(SmimeException.class);
        }
    }

    @Test
    void startTlsIsAsGoodAsTls() throws Exception {
        try (LdapServer server = upgrading(Optional.of(PKI.serverContext()))) {
            LdapDirectory directory = server.at("localhost").startTls().tls(PKI.trusting());
            assertThat(directory.find(MAILBOX)).containsExactly(ADA);
            assertThat(server.asked).containsExactly("StartTLS", "mail=ada@example.org");
        }
        try (LdapServer server = upgrading(Optional.of(PKI.serverContext()))) {
            fails(server, server.at("localhost").startTls(), TlsFailed.class);
        }
        try (LdapServer server = upgrading(Optional.of(elsewhere()))) {
            fails(server, server.at("localhost").startTls().tls(PKI.trusting()), TlsFailed.class);
        }
    }

    /** What somebody in between says before TLS is no answer from the directory. */
    @Test
    void anAnswerInjectedBeforeTlsIsRefused() throws Exception {
        byte[] agreed = {0x30, 12, 2, 1, 1, 0x78, 7, 10, 1, 0, 4, 0, 4, 0};
        byte[] injected = {0x30, 12, 2, 1, 2, 0x65, 7, 10, 1, 0, 4, 0, 4, 0};
        byte[] both = new byte[agreed.length + injected.length];
        System.arraycopy(agreed, 0, both, 0, agreed.length);
        System.arraycopy(injected, 0, both, agreed.length, injected.length);
        try (LdapAnsweringAnything server = new LdapAnsweringAnything(both)) {
            assertThatThrownBy(() -> server.directory().startTls().find(MAILBOX))
                    .isInstanceOf(LookupFailed.class)
                    .hasCauseInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining("between its agreement to TLS and the handshake");
        }
    }

    @Test
    void loginsAndPasswordsStayAmongUs() throws Exception {
        SecretScan scan = new SecretScan("secret12", "wrong-secret");
        try (LdapServer server = secure(PKI.serverContext())) {
            LdapDirectory directory = server.at("localhost").tls(PKI.trusting()).trace(scan.trace());
            assertThat(directory.login("cn=ada", "secret12").find(MAILBOX)).containsExactly(ADA);
            assertThat(server.asked).containsExactly("cn=ada secret12", "mail=ada@example.org");
            LdapDirectory wrong = directory.login("cn=ada", "wrong-secret");
            Throwable refused = catchThrowable(() -> wrong.find(MAILBOX));
            assertThat(refused)
                    .isInstanceOf(LookupFailed.class)
                    .hasMessageContaining("does not take the login: result 49");
            scan.see(refused);
            scan.see(wrong.options().toString());
        }
        scan.assertNothingLeaked();
    }

    @Test
    void aKeyIsShownToADirectoryThatAsksForIt() throws Exception {
        TestIdentity client = TestCertificate.named("Client").client().issuedBy(PKI.authority());
        SSLContext demanding = PKI.serverContext();
        javax.net.ssl.SSLServerSocket socket = (javax.net.ssl.SSLServerSocket) LdapServer.secure(demanding);
        socket.setNeedClientAuth(true);
        try (LdapServer server = new LdapServer(socket, Optional.empty(), ANSWER)) {
            TlsOptions known = PKI.trusting().identity(new ClientIdentity(client.key(), client.chain()));
            assertThat(server.at("localhost").tls(known).find(MAILBOX)).containsExactly(ADA);
            assertThatThrownBy(() -> server.at("localhost").tls(PKI.trusting()).find(MAILBOX))
                    .isInstanceOf(LookupFailed.class);
        }
    }
}
