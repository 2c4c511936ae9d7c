package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ground that the other tests stand on. */
class ServersTest extends RealServers {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dovecot.imap",
                "dovecot.imaps",
                "dovecot.pop3",
                "dovecot.pop3s",
                "cyrus.imap",
                "cyrus.imaps",
                "cyrus.pop3",
                "cyrus.pop3s",
                "courier.imap",
                "courier.imaps",
                "courier.pop3",
                "courier.pop3s",
                "postfix.submission",
                "postfix.submissions",
                "exim.submission",
                "exim.submissions"
            })
    void everyServerListensOnLoopback(String name) throws IOException {
        Endpoint endpoint = endpoint(name);
        assertThat(InetAddress.getByName(endpoint.host()).isLoopbackAddress()).isTrue();
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void theAuthorityCanBeRead() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(trust())) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .isNotNull();
        }
    }
}
