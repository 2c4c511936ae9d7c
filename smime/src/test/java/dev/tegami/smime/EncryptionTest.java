package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class EncryptionTest {
    @Test
    void everyCertificateThatCannotBeUsedIsNamed() {
        X509Certificate one = People.WORLD.person("one@example.org", "Ed25519").certificate();
        X509Certificate two = People.WORLD.person("two@example.org", "Ed25519").certificate();
        Encryption encryption = Smime.encrypt(People.BOB.certificate(), one, two);
        assertThatThrownBy(() -> Letters.plain().with(encryption))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("one@example.org")
                .hasMessageContaining("two@example.org");
    }
}
