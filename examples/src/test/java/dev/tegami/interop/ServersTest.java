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
                "dovecot.submission",
                "dovecot.submissions",
                "dovecot24.imap",
                "dovecot24.imaps",
                "dovecot24.pop3",
                "dovecot24.pop3s",
                "dovecot24.submission",
                "dovecot24.submissions",
                "cyrus.imap",
                "cyrus.imaps",
                "cyrus.pop3",
                "cyrus.pop3s",
                "cyrus310.imap",
                "cyrus310.imaps",
                "cyrus310.pop3",
                "cyrus310.pop3s",
                "courier.imap",
                "courier.imaps",
                "courier.pop3",
                "courier.pop3s",
                "postfix.submission",
                "postfix.submissions",
                "exim.submission",
                "exim.submissions",
                "opensmtpd.submission",
                "opensmtpd.submissions"
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
