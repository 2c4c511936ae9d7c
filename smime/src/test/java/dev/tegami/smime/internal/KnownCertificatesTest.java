package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.testkit.TestPki;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class KnownCertificatesTest {
    private final X509Certificate certificate =
            TestPki.shared().ecPerson("Ada", "ada@example.org").certificate();
    private final KnownCertificates known = new KnownCertificates();

    @Test
    void allOctetsDecide() throws Exception {
        byte[] encoded = certificate.getEncoded();
        known.keep(encoded, certificate);
        assertThat(known.find(certificate.getEncoded())).containsSame(certificate);
        encoded[encoded.length - 1]++;
        assertThat(known.find(encoded)).isEmpty();
    }

    @Test
    void strangersFillItWithFewAndShortOnesOnly() {
        known.keep(new byte[9_000], certificate);
        assertThat(known.find(new byte[9_000])).isEmpty();
        for (int i = 0; i < 129; i++) {
            known.keep(new byte[] {(byte) i}, certificate);
        }
        assertThat(known.find(new byte[] {0})).isEmpty();
        assertThat(known.find(new byte[] {1})).isPresent();
    }
}
