package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.CmsSigned;
import dev.tegami.smime.internal.DigestAlgorithm;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** Every digest that a message declares would be one more pass over its content. */
class DigestFloodingTest {
    private static final AlgorithmIdentifier SHA256 = DigestAlgorithm.SHA256.identifier();

    private static AlgorithmIdentifier[] unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4." + i)))
                .toArray(AlgorithmIdentifier[]::new);
    }

    private static CmsSigned read(Forged forged) throws Exception {
        return CmsSigned.read(Source.of(forged.cms()), Bounds.standard().cms());
    }

    @Test
    void digestsThatNobodyKnowsAreNotRun() throws Exception {
        AlgorithmIdentifier[] flood = unknown(25);
        flood[24] = SHA256;
        Forged forged = Forged.honest(People.ADA).declaring(flood);
        assertThat(read(forged).declared()).containsExactly(DigestAlgorithm.SHA256);
        Judged.trusted(forged.message());
    }

    @Test
    void knownDigestsAreRunUpToTheBound() throws Exception {
        AlgorithmIdentifier[] all = java.util.Arrays.stream(DigestAlgorithm.values())
                .map(DigestAlgorithm::identifier)
                .toArray(AlgorithmIdentifier[]::new);
        Forged forged = Forged.honest(People.ADA).declaring(all);
        assertThat(all.length).isGreaterThan(Bounds.standard().digests());
        assertThat(read(forged).declared()).hasSize(Bounds.standard().digests());
        assertThat(read(forged).digests()).hasSize(Bounds.standard().digests());
    }

    @Test
    void oneDigestDeclaredAgainAndAgainIsRunOnce() throws Exception {
        AlgorithmIdentifier[] flood = new AlgorithmIdentifier[32];
        java.util.Arrays.fill(flood, SHA256);
        Forged forged = Forged.honest(People.ADA).declaring(flood);
        assertThat(read(forged).digests()).containsOnlyKeys(DigestAlgorithm.SHA256);
        Judged.trusted(forged.message());
    }

    @Test
    void moreDeclarationsThanSignersMayBeThereAreALimit() throws Exception {
        Forged forged = Forged.honest(People.ADA).declaring(unknown(40));
        assertThatThrownBy(() -> Judged.open(forged.message())).isInstanceOf(LimitExceeded.class);
    }
}
