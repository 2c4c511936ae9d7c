package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ClientIdentity;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.TlsFailed;
import dev.tegami.net.TlsOptions;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.TestCertificate;
import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate must be trusted, and be the server's (RFC 9525). */
@Timeout(60)
class PeerCheckTest {
    private static final TestPki PKI = TestPki.shared();

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, mail.example.org, true",
        "mail.example.org, MAIL.Example.ORG, true",
        "mail.example.org, *.example.org, true",
        "a.mail.example.org, *.example.org, false",
        "example.org, *.example.org, false",
        "mail.example.org, m*.example.org, false",
        "example.org, *.org, false",
        "mail.example.org, *, false",
        "mail.example.org, mail.*.org, false",
        "mail.example.org, *.*.org, false",
        "mail.example.org, mail.example.org.evil.test, false",
    })
    void namesMatchByWholeLabels(String host, String name, boolean expected) {
        assertThat(PeerCheck.matches(host, name)).isEqualTo(expected);
    }

    @Test
    void theCommonNameDoesNotCount() {
        TestIdentity old = TestCertificate.named("mail.example.org").server().issuedBy(PKI.authority());
        assertThatThrownBy(() -> PeerCheck.checkName("mail.example.org", old.certificate()))
                .isInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void addressesMatchAddressesOnly() {
        TestIdentity named =
                TestCertificate.named("x").dns("192.0.2.1").server().issuedBy(PKI.authority());
        TestIdentity addressed = TestCertificate.named("x")
                .address("192.0.2.1")
                .address("2001:db8::1")
                .server()
                .issuedBy(PKI.authority());
        assertThatThrownBy(() -> PeerCheck.checkName("192.0.2.1", named.certificate()))
                .isInstanceOf(SSLPeerUnverifiedException.class);
        assertThatCode(() -> PeerCheck.checkName("192.0.2.1", addressed.certificate()))
                .doesNotThrowAnyException();
        assertThatCode(() -> PeerCheck.checkName("2001:DB8:0::1", addressed.certificate()))
                .doesNotThrowAnyException();
    }

    private static void refused(TestIdentity shown) {
        try (ScriptedServer server =
                ScriptedServer.with(Security.IMPLICIT_TLS, PKI.contextOf(shown), talk -> talk.drain())) {
            assertThatThrownBy(() -> Wires.dial(server)).isInstanceOf(TlsFailed.class);
        }
    }

    @Test
    void theWrongNameIsRefused() {
        refused(TestCertificate.named("x").dns("example.net").server().issuedBy(PKI.authority()));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        Instant now = Instant.now();
        refused(TestCertificate.named("x")
                .dns("localhost")
                .server()
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)))
                .issuedBy(PKI.authority()));
    }

    @Test
    void aClientsCertificateIsNoServers() {
        refused(TestCertificate.named("x").dns("localhost").client().issuedBy(PKI.authority()));
    }

    @Test
    void aSelfSignedCertificateIsRefused() {
        refused(TestCertificate.named("x").dns("localhost").server().selfSigned());
    }

    private static String pin(TestIdentity identity) throws Exception {
        byte[] key = identity.certificate().getPublicKey().getEncoded();
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }

    @Test
    void aPinComesOnTopOfTrust() throws Exception {
        TestIdentity stranger =
                TestCertificate.named("x").dns("localhost").server().selfSigned();
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> talk.send("hello"))) {
            var options = Wires.options(server);
            TlsOptions tls = options.tls();
            try (Wire wire = Wire.dial(options.tls(tls.pin(pin(stranger), pin(PKI.server()))), Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("hello");
            }
            try (Wire wire = Wire.dial(options.tls(tls.pin(pin(PKI.authority()))), Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("hello");
            }
            assertThatThrownBy(() -> Wire.dial(options.tls(tls.pin(pin(stranger))), Wires.TEST))
                    .isInstanceOf(TlsFailed.class)
                    .hasMessageContaining(pin(PKI.server()));
        }
    }

    @Test
    void anotherNameThanTheHostIsAskedForAndChecked() {
        TestIdentity shown =
                TestCertificate.named("x").dns("mail.example.org").server().issuedBy(PKI.authority());
        try (ScriptedServer server = ScriptedServer.with(Security.IMPLICIT_TLS, PKI.contextOf(shown), talk -> {
            var asked = ((ExtendedSSLSession) talk.tlsSocket().getSession()).getRequestedServerNames();
            talk.send(((SNIHostName) asked.get(0)).getAsciiName());
        })) {
            var options = Wires.options(server);
            try (Wire wire = Wire.dial(options.tls(options.tls().serverName("mail.example.org")), Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("mail.example.org");
            }
        }
    }

    @Test
    void theClientShowsItsCertificate() {
        TestIdentity ada = TestCertificate.named("ada").client().issuedBy(PKI.authority());
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            talk.startTls(socket -> socket.setNeedClientAuth(true));
            talk.send(talk.tlsSocket().getSession().getPeerPrincipal().getName());
        })) {
            var options = Wires.options(server);
            ClientIdentity identity = new ClientIdentity(ada.key(), List.copyOf(ada.chain()));
            try (Wire wire = Wire.dial(
                    options.server(options.server().security(Security.IMPLICIT_TLS))
                            .tls(options.tls().identity(identity)),
                    Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("CN=ada");
            }
        }
    }

    @Test
    void alpnIsOffered() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            talk.startTls(socket -> {
                var parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"imap"});
                socket.setSSLParameters(parameters);
            });
            talk.send(talk.tlsSocket().getApplicationProtocol());
        })) {
            var options = Wires.options(server);
            try (Wire wire = Wire.dial(
                    options.server(options.server().security(Security.IMPLICIT_TLS))
                            .tls(options.tls().applicationProtocols("imap")),
                    Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("imap");
            }
        }
    }

    @Test
    void oldVersionsAreRefused() {
        try (ScriptedServer server = ScriptedServer.startTls(
                talk -> talk.startTls(socket -> socket.setEnabledProtocols(new String[] {"TLSv1.1"})))) {
            Server there = server.at().security(Security.IMPLICIT_TLS);
            assertThatThrownBy(() -> Wire.dial(Wires.options(server).server(there), Wires.TEST))
                    .isInstanceOf(TlsFailed.class);
        }
    }

    @Test
    void theCallersContextIsUsedAndTheNameStillChecked() throws Exception {
        var context = PKI.serverContext();
        TestIdentity wrong =
                TestCertificate.named("x").dns("example.net").server().issuedBy(PKI.authority());
        try (ScriptedServer good = ScriptedServer.implicitTls(talk -> talk.send("hello"));
                ScriptedServer bad =
                        ScriptedServer.with(Security.IMPLICIT_TLS, PKI.contextOf(wrong), talk -> talk.send("hello"))) {
            TlsOptions own = TlsOptions.defaults().context(context);
            try (Wire wire = Wire.dial(Wires.options(good).tls(own), Wires.TEST)) {
                assertThat(wire.line().text()).isEqualTo("hello");
            }
            assertThatThrownBy(() -> Wire.dial(Wires.options(bad).tls(own), Wires.TEST))
                    .isInstanceOf(TlsFailed.class);
        }
    }
}
