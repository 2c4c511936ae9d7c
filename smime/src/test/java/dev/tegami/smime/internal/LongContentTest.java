package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The JDK's AES-GCM takes less than 2 GiB; beyond, another one makes the same octets. */
class LongContentTest {
    private static final long TWO_GIB = 1L << 31;

    private static byte[] sealed(Cipher cipher) throws GeneralSecurityException {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, new byte[12]));
        cipher.updateAAD(new byte[5]);
        return cipher.doFinal(new byte[10_000]);
    }

    @Test
    void longContentIsEncryptedWithACipherThatTakesIt() throws GeneralSecurityException {
        CipherSuite suite = CipherSuite.AES_256_GCM;
        assertThat(suite.cipher(TWO_GIB - 65).getProvider()).isNotEqualTo(Crypto.BC);
        assertThat(suite.cipher(TWO_GIB - 64).getProvider()).isEqualTo(Crypto.BC);
        assertThat(sealed(suite.cipher(TWO_GIB))).isEqualTo(sealed(suite.cipher(1)));
        assertThat(CipherSuite.AES_256_CBC.cipher(TWO_GIB).getProvider()).isNotEqualTo(Crypto.BC);
    }

    @Test
    void contentForWhichTheCounterIsTooShortIsRefusedBeforeAnyWork() {
        assertThatThrownBy(() -> CipherSuite.AES_128_GCM.cipher((1L << 36) - 31))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("64 GiB");
    }
}
