package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.TlsBinding;
import dev.tegami.net.TlsOptions;
import dev.tegami.sasl.ChannelBinding;
import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.BCSSLSocket;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins bound to their TLS connection at servers that take {@code tls-unique}, by a provider that has it. */
class BoundLoginTest extends RealServers {
    /** It tells of each handshake; kept here, since a logger is forgotten with its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.bouncycastle.jsse");

    static {
        TALKATIVE.setLevel(Level.OFF);
    }

    private static final TlsBinding UNIQUE =
            socket -> Optional.ofNullable(((BCSSLSocket) socket).getConnection().getChannelBinding("tls-unique"))
                    .map(ChannelBinding::unique);

    /** TLS 1.2, since TLS 1.3 has no such binding. */
    private static TlsOptions older() throws IOException, GeneralSecurityException {
        Provider provider = new BouncyCastleJsseProvider(new BouncyCastleProvider());
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (InputStream in = Files.newInputStream(trust())) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                anchors.setCertificateEntry("authority-" + anchors.size(), one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", provider);
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLSv1.2", provider);
        context.init(null, trust.getTrustManagers(), null);
        return TlsOptions.defaults().context(context, UNIQUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dovecot24.imaps",
                "dovecot24.pop3",
                "dovecot24.submissions",
                "cyrus.imap",
                "cyrus.pop3s",
                "cyrus310.imaps"
            })
    void thePasswordIsProvenToThisConnectionOnly(String endpoint) throws IOException, GeneralSecurityException {
        Doors door = new Doors(endpoint);
        for (String mechanism : new String[] {"SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"}) {
            door.enter(Credentials.password("carol", CAROL).only(mechanism), older());
        }
        door.enter(Credentials.password("carol", CAROL), older());
        assertThat(door.said()).anyMatch(line -> line.contains("SCRAM-SHA-256-PLUS"));
        assertThat(door.notes()).noneMatch(note -> note.contains("gives way"));
    }
}
