package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature over signed attributes is one over octets; here they come back as something else. */
class AttributeReplayTest {
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "Ed25519"})
    void signedAttributesPassedOffAsContentAreRefusedByEveryPolicy(String kind) throws Exception {
        Identity ada = People.WORLD.person("ada@example.org", kind);
        ASN1Set attributes = Forged.attributes(ada, Forged.TEXT);
        byte[] octets = attributes.getEncoded(ASN1Encoding.DER);
        byte[] signature = Forged.signer(ada, attributes).getEncryptedDigest().getOctets();
        Forged replay = Forged.honest(ada).over(octets).by(Forged.signer(ada, null, signature));
        for (Policy policy : new Policy[] {Judged.POLICY, Judged.OLD}) {
            Judged.refused(replay.message(), policy, Reason.Code.NO_SIGNED_ATTRIBUTES);
            Judged.refused(replay.beside(octets), policy, Reason.Code.NO_SIGNED_ATTRIBUTES);
        }
    }

    @Test
    void contentThatIsNoSetOfAttributesNeedsNoneByTheLegacyPolicyOnly() throws Exception {
        byte[] signature = People.ADA.key().sign(SignatureAlgorithm.RSA_SHA256, Forged.TEXT);
        Forged bare = Forged.honest(People.ADA).by(Forged.signer(People.ADA, null, signature));
        assertThat(Judged.open(bare.message(), Judged.OLD).isTrusted()).isTrue();
        Judged.refused(bare.message(), Reason.Code.NO_SIGNED_ATTRIBUTES);
    }

    @Test
    void attributesOfAnotherMessageDoNotFit() throws Exception {
        Forged honest = Forged.honest(People.ADA);
        byte[] other =
                "Content-Type: text/plain\r\n\r\npay Eve\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Judged.trusted(honest.message());
        Judged.trusted(honest.beside(Forged.TEXT));
        Judged.refused(honest.over(other).message(), Reason.Code.DIGEST_MISMATCH);
        Judged.refused(honest.beside(other), Reason.Code.DIGEST_MISMATCH);
    }

    @Test
    void anAttributeThatIsThereTwiceIsRefused() throws Exception {
        ASN1Set once = Forged.attributes(People.ADA, Forged.TEXT);
        Attribute type = new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data));
        ASN1Set twice =
                new DERSet(new org.bouncycastle.asn1.ASN1Encodable[] {once.getObjectAt(0), once.getObjectAt(1), type});
        Forged forged = Forged.honest(People.ADA).by(Forged.signer(People.ADA, twice));
        Judged.refused(forged.message(), Reason.Code.MALFORMED);
    }

    @Test
    void attributesWithoutADigestOrATypeAreRefused() throws Exception {
        ASN1Set both = Forged.attributes(People.ADA, Forged.TEXT);
        for (int i = 0; i < 2; i++) {
            ASN1Set one = new DERSet(both.getObjectAt(i));
            Forged forged = Forged.honest(People.ADA).by(Forged.signer(People.ADA, one));
            Judged.refused(forged.message(), Reason.Code.BAD_SIGNED_ATTRIBUTES);
        }
        Forged none = Forged.honest(People.ADA).by(Forged.signer(People.ADA, new DERSet()));
        Judged.refused(none.message(), Reason.Code.BAD_SIGNED_ATTRIBUTES);
    }
}
