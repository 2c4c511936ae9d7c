package dev.tegami.internal.wire;

import dev.tegami.net.TlsBinding;
import dev.tegami.net.TlsOptions;
import dev.tegami.sasl.ChannelBinding;
import dev.tegami.testkit.TestPki;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.BCSSLSocket;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.conscrypt.Conscrypt;

/** Who makes TLS: the platform, or one of the providers that the documentation of {@link TlsBinding} names. */
enum TlsMaker {
    PLATFORM,
    BOUNCY_CASTLE,
    CONSCRYPT;

    /** It tells of each handshake; kept here, since a logger is forgotten with its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.bouncycastle.jsse");

    static {
        TALKATIVE.setLevel(Level.OFF);
    }

    TlsBinding binding() {
        return switch (this) {
            case PLATFORM ->
                socket -> KeyExporter.channelBinding(socket.getSession()).map(ChannelBinding::exporter);
            case BOUNCY_CASTLE ->
                socket -> Optional.ofNullable(
                                ((BCSSLSocket) socket).getConnection().getChannelBinding("tls-unique"))
                        .map(ChannelBinding::unique);
            case CONSCRYPT ->
                socket -> Optional.of(ChannelBinding.exporter(
                        Conscrypt.exportKeyingMaterial(socket, ChannelBinding.EXPORTER_LABEL, new byte[0], 32)));
        };
    }

    /** For either side: with the server's certificate, and trusting the test authority. */
    SSLContext context() {
        TestPki pki = TestPki.shared();
        return switch (this) {
            case PLATFORM -> pki.serverContext();
            case BOUNCY_CASTLE -> pki.contextOf(pki.server(), new BouncyCastleJsseProvider(new BouncyCastleProvider()));
            case CONSCRYPT ->
                pki.contextOf(
                        pki.server(),
                        Conscrypt.newProviderBuilder().provideTrustManager(true).build());
        };
    }

    /** As a client: the platform needs no telling. */
    TlsOptions options() {
        return this == PLATFORM
                ? TestPki.shared().trusting()
                : TlsOptions.defaults().context(context(), binding());
    }
}
