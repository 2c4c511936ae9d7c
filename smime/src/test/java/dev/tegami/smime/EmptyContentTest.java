package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.smime.internal.DigestAlgorithm;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** A signature over nothing, which a verifier that ran no digest takes for one over anything. */
class EmptyContentTest {
    private static final byte[] NOTHING = {};
    private static final AlgorithmIdentifier SHA512 = DigestAlgorithm.SHA512.identifier();

    private static Forged overNothing() throws Exception {
        return Forged.honest(People.ADA)
                .over(NOTHING)
                .by(Forged.signer(People.ADA, Forged.attributes(People.ADA, NOTHING)));
    }

    @Test
    void aDigestThatWasNotDeclaredIsNotTheDigestOfNothing() throws Exception {
        Forged attack = overNothing().over(Forged.TEXT).declaring(SHA512);
        Judged.refused(attack.message(), Reason.Code.DIGEST_NOT_COMPUTED);
        Judged.refused(attack.beside(Forged.TEXT), Reason.Code.DIGEST_NOT_COMPUTED);
    }

    @Test
    void noDigestDeclaredIsNoDigest() throws Exception {
        Forged attack = overNothing().over(Forged.TEXT).declaring();
        Judged.refused(attack.message(), Reason.Code.DIGEST_NOT_COMPUTED);
        Judged.refused(attack.beside(Forged.TEXT), Reason.Code.DIGEST_NOT_COMPUTED);
    }

    @Test
    void aSignatureOverNothingIsOverNothingElse() throws Exception {
        Judged.refused(overNothing().over(Forged.TEXT).message(), Reason.Code.DIGEST_MISMATCH);
        Judged.refused(overNothing().beside(Forged.TEXT), Reason.Code.DIGEST_MISMATCH);
    }

    @Test
    void contentThatIsNotThereIsNotEmptyContent() throws Exception {
        Judged.refused(overNothing().withoutContent().message(), Reason.Code.MALFORMED);
    }

    @Test
    void nothingThatIsReallySignedShowsNothing() throws Exception {
        Opened opened = Judged.open(overNothing().message());
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.message().text().orElse("")).isEmpty();
    }
}
