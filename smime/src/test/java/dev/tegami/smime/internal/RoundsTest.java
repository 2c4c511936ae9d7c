package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.junit.jupiter.api.Test;

/** How much work a stranger can ask for. */
class RoundsTest {
    private static final byte[] KEK = Crypto.random(32);
    private static final char[] WORDS = "words".toCharArray();

    @Test
    void theyAreBoundedForTheWholeEnvelope() throws Exception {
        RecipientInfo wrong = new PasswordSecret("another".toCharArray(), 1_000).wrap(KEK, CipherSuite.AES_256_GCM);
        RecipientInfo right = new PasswordSecret(WORDS, 1_000).wrap(KEK, CipherSuite.AES_256_GCM);
        Rounds rounds = new Rounds();
        PasswordSecret secret = new PasswordSecret(WORDS, 1_000);
        assertThat(rounds.spend(BigInteger.valueOf(9_990_000))).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(secret.unwrap(i < 9 ? wrong : right, rounds).isPresent()).isEqualTo(i == 9);
        }
        assertThat(secret.unwrap(right, rounds)).isEmpty();
    }

    @Test
    void aNumberBeyondAllBoundsIsNoNumber() {
        assertThat(new Rounds().spend(BigInteger.ONE.shiftLeft(31))).isFalse();
        assertThat(new Rounds().spend(BigInteger.ONE.shiftLeft(4000))).isFalse();
        assertThat(new Rounds().spend(BigInteger.ZERO)).isFalse();
        assertThat(new Rounds().spend(BigInteger.valueOf(-1))).isFalse();
    }
}
