package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;

/** Structures that hold, or say that they hold, more than mail ever needs. */
class StructureBoundsTest {
    @Test
    void theBoundIsNotAtOrdinaryStructures() throws Exception {
        Judged.trusted(Forged.honest(People.ADA).message());
    }

    @Test
    void moreSignersThanTheBoundAreALimit() throws Exception {
        SignerInfo one = Forged.honest(People.ADA).signers().get(0);
        Forged many = Forged.honest(People.ADA).by(Collections.nCopies(33, one).toArray(SignerInfo[]::new));
        assertThatThrownBy(() -> Judged.open(many.message()))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Bounds.signers");
    }

    @Test
    void moreCertificatesThanTheBoundAreALimit() throws Exception {
        List<Certificate> many =
                Collections.nCopies(65, Forged.chain(People.ADA).get(0));
        assertThatThrownBy(() ->
                        Judged.open(Forged.honest(People.ADA).carrying(many).message()))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Bounds.certificates");
    }

    @Test
    void aSignatureOfMegabytesIsALimit() throws Exception {
        SignerInfo one = Forged.honest(People.ADA).signers().get(0);
        SignerInfo huge = new SignerInfo(
                one.getSID(),
                one.getDigestAlgorithm(),
                one.getAuthenticatedAttributes(),
                one.getDigestEncryptionAlgorithm(),
                new DEROctetString(new byte[5 << 20]),
                null);
        assertThatThrownBy(() -> Judged.open(Forged.honest(People.ADA).by(huge).message()))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Bounds.structure");
    }

    @Test
    void aLengthThatIsALieIsMalformed() {
        byte[] huge = {0x30, (byte) 0x84, 0x7F, -1, -1, -1, 0x06, (byte) 0x84, 0x7F, -1, -1, -1, 1, 2, 3};
        Judged.refused(Raw.opaque("ada@example.org", huge), Reason.Code.MALFORMED);
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        byte[] nested = new byte[400_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        Judged.refused(Raw.opaque("ada@example.org", nested), Reason.Code.MALFORMED);
    }
}
