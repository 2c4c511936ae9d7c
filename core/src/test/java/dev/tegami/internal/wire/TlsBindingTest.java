package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Security;
import dev.tegami.net.TlsBinding;
import dev.tegami.net.TlsFailed;
import dev.tegami.net.TlsOptions;
import dev.tegami.sasl.ChannelBinding;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.ScramPeer;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.bouncycastle.jsse.BCSSLSocket;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins bound to the TLS connection on every JDK, through providers that tell what to bind to. */
@Timeout(60)
class TlsBindingTest {
    private static final Credentials ADA = Credentials.password("ada", "pencil-and-engine");
    private static final String PLUS = "SCRAM-SHA-256-PLUS";

    private static Wire dial(ScriptedServer server, TlsOptions tls) {
        return Wire.dial(Wires.options(server).tls(tls), Wires.TEST);
    }

    private static String login(Wire wire) {
        wire.line();
        return new SaslExchange(wire, new PlainCarrier(wire)).login(List.of("SCRAM-SHA-256", PLUS), ADA);
    }

    /** SCRAM's server, which compares the client's binding with what its own side of the connection says. */
    private static void scram(Talk talk, String type, byte[] own) throws IOException {
        ByteArrayOutputStream binding = new ByteArrayOutputStream();
        binding.writeBytes(("p=" + type + ",,").getBytes(StandardCharsets.US_ASCII));
        binding.writeBytes(own);
        talk.send("220 hello");
        try {
            ScramPeer peer = new ScramPeer("pencil-and-engine", 4096);
            String auth = String.valueOf(talk.line());
            assertThat(auth).startsWith("AUTH " + PLUS + " ");
            talk.send("334 " + base64(peer.first(decoded(auth.substring(auth.lastIndexOf(' ') + 1)))));
            byte[] proof = decoded(String.valueOf(talk.line()));
            assertThat(new String(proof, StandardCharsets.UTF_8))
                    .startsWith("c=" + base64(binding.toByteArray()) + ",");
            talk.send("334 " + base64(peer.last(proof))).expect("");
            talk.send("235 welcome");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void aLoginIsBoundToTheKeysOfItsConnection() {
        try (ScriptedServer server = ScriptedServer.with(
                        Security.IMPLICIT_TLS,
                        TlsMaker.CONSCRYPT.context(),
                        talk -> scram(talk, "tls-exporter", conscryptKeys(talk)));
                Wire wire = dial(server, TlsMaker.CONSCRYPT.options())) {
            assertThat(login(wire)).isEqualTo(PLUS);
        }
    }

    private static byte[] conscryptKeys(Talk talk) throws IOException {
        return Conscrypt.exportKeyingMaterial(talk.tlsSocket(), "EXPORTER-Channel-Binding", new byte[0], 32);
    }

    /** Two makers that know nothing of each other. */
    @Test
    void theKeysAreThoseThatThePlatformFindsWhereItCan() {
        assumeTrue(Runtime.version().feature() >= 25, "the platform exports keys from Java 25 on");
        try (ScriptedServer server = ScriptedServer.with(
                        Security.IMPLICIT_TLS,
                        TlsMaker.CONSCRYPT.context(),
                        talk -> scram(talk, "tls-exporter", conscryptKeys(talk)));
                Wire wire = dial(server, TlsMaker.PLATFORM.options())) {
            assertThat(login(wire)).isEqualTo(PLUS);
        }
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> scram(
                        talk,
                        "tls-exporter",
                        KeyExporter.channelBinding(talk.tlsSocket().getSession())
                                .orElseThrow()));
                Wire wire = dial(server, TlsMaker.CONSCRYPT.options())) {
            assertThat(login(wire)).isEqualTo(PLUS);
        }
    }

    @Test
    void aLoginIsBoundToTheHandshakeOfAnOlderConnection() {
        try (ScriptedServer server =
                        ScriptedServer.with(Security.STARTTLS_REQUIRED, TlsMaker.BOUNCY_CASTLE.context(), talk -> {
                            older(talk.send("220 hello"));
                            scram(
                                    talk,
                                    "tls-unique",
                                    ((BCSSLSocket) talk.tlsSocket())
                                            .getConnection()
                                            .getChannelBinding("tls-unique"));
                        });
                Wire wire = dial(server, TlsMaker.BOUNCY_CASTLE.options())) {
            wire.line();
            wire.startTls();
            assertThat(login(wire)).isEqualTo(PLUS);
        }
    }

    private static void older(Talk talk) throws IOException {
        talk.startTls(socket -> socket.setEnabledProtocols(new String[] {"TLSv1.2"}));
    }

    @ParameterizedTest
    @EnumSource(TlsMaker.class)
    void aCertificateOfAnotherNameIsRefusedWhoeverMakesTls(TlsMaker maker) {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> talk.send("220 hello"))) {
            TlsOptions tls = maker.options().serverName("elsewhere.test");
            assertThatThrownBy(() -> dial(server, tls))
                    .isInstanceOf(TlsFailed.class)
                    .hasMessageContaining("not for elsewhere.test");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsMaker.class)
    void aFailedHandshakeIsOneWhoeverMakesTls(TlsMaker maker) {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            talk.send("220 hello")
                    .startTls(socket ->
                            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"}));
        })) {
            try (Wire wire = dial(server, maker.options())) {
                wire.line();
                assertThatThrownBy(wire::startTls).isInstanceOf(TlsFailed.class);
            }
        }
    }

    @Test
    void keysOfAnOlderConnectionBindNothing() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
                    older(talk.send("220 hello"));
                    talk.stall();
                });
                Wire wire = dial(server, TlsMaker.CONSCRYPT.options())) {
            wire.line();
            wire.startTls();
            assertThat(LinkFacts.of(wire).bindings()).hasToString("[tls-server-end-point]");
        }
    }

    @Test
    void aBindingThatBreaksOrIsTooShortEndsTheSession() {
        TlsBinding breaks = socket -> {
            throw new SSLException("no keys today");
        };
        for (TlsBinding binding : List.of(breaks, socket -> Optional.of(ChannelBinding.exporter(new byte[31])))) {
            try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                        talk.send("220 hello");
                        assertThat(talk.line()).isNull();
                    });
                    Wire wire = dial(server, TlsOptions.defaults().context(TlsMaker.PLATFORM.context(), binding))) {
                assertThatThrownBy(() -> login(wire))
                        .isInstanceOf(TlsFailed.class)
                        .hasMessageContaining("the binding of the TLS options fails");
                assertThatThrownBy(wire::line).isInstanceOf(ConnectionLost.class);
            }
        }
    }
}
