package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Der;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.Verifier;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key signs in its one way: no other name for it, no digest that is weaker than it, no parameters. */
class AlgorithmConfusionTest {
    private static final Identity ADA = People.WORLD.person("ada@example.org", "ML-DSA-65");

    /** A signature that really is over these attributes, said to be made with these algorithms. */
    private static Forged signed(Identity by, AlgorithmIdentifier digest, DigestAlgorithm used, AlgorithmIdentifier how)
            throws Exception {
        ASN1Set attributes = new DERSet(new Attribute[] {
            new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)),
            new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(used.of(Forged.TEXT))))
        });
        byte[] signature = by.key().sign(by.signatureAlgorithm(), attributes.getEncoded(ASN1Encoding.DER));
        SignerInfo honest = Forged.signer(by, attributes, signature);
        SignerInfo claimed =
                new SignerInfo(honest.getSID(), digest, attributes, how, new DEROctetString(signature), null);
        return Forged.honest(by).declaring(digest).by(claimed);
    }

    private static Forged claiming(AlgorithmIdentifier how) throws Exception {
        return signed(ADA, DigestAlgorithm.SHA512.identifier(), DigestAlgorithm.SHA512, how);
    }

    @Test
    void aKeyHasOneNameForItsSignatures() throws Exception {
        Judged.trusted(claiming(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65))
                .message());
        for (ASN1ObjectIdentifier other : List.of(
                NISTObjectIdentifiers.id_ml_dsa_44,
                NISTObjectIdentifiers.id_ml_dsa_87,
                NISTObjectIdentifiers.id_slh_dsa_sha2_128s,
                EdECObjectIdentifiers.id_Ed25519)) {
            Judged.refused(claiming(new AlgorithmIdentifier(other)).message(), Reason.Code.SIGNATURE_WRONG);
        }
        // what was hashed before is another scheme, which mail does not use (RFC 9882)
        Judged.refused(
                claiming(new AlgorithmIdentifier(NISTObjectIdentifiers.id_hash_ml_dsa_65_with_sha512))
                        .message(),
                Reason.Code.UNKNOWN_ALGORITHM);
    }

    @Test
    void parametersAreNotThere() throws Exception {
        Judged.refused(
                claiming(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65, DERNull.INSTANCE))
                        .message(),
                Reason.Code.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "ML-DSA-44, SHA256, true",
        "ML-DSA-44, SHA224, false",
        "ML-DSA-65, SHA256, false",
        "ML-DSA-65, SHA384, true",
        "ML-DSA-65, SHAKE256, true",
        "ML-DSA-87, SHA384, false",
        "ML-DSA-87, SHA3_512, true",
        "SLH-DSA-SHA2-128F, SHA256, true",
        "SLH-DSA-SHAKE-128F, SHAKE128, true",
        "SLH-DSA-SHAKE-192F, SHA256, false",
        "SLH-DSA-SHA2-256F, SHA384, false",
        "Ed448, SHA512, false",
        "Ed448, SHAKE256, true",
    })
    void theDigestIsAsStrongAsTheKey(String kind, DigestAlgorithm digest, boolean enough) throws Exception {
        Identity ada = People.WORLD.person("ada@example.org", kind);
        AlgorithmIdentifier how = ada.signatureAlgorithm().scheme().identifier();
        Forged made = signed(ada, digest.identifier(), digest, how);
        if (enough) {
            Judged.trusted(made.message());
        } else {
            Judged.refused(made.message(), Reason.Code.UNKNOWN_ALGORITHM);
        }
    }

    @ParameterizedTest
    @CsvSource({"SHA512, 0", "SHA256, 1", "SHA384, 1", "SHA3_512, 1"})
    void anotherDigestThanThatOfEd25519IsSaid(DigestAlgorithm digest, int said) throws Exception {
        Identity ada = People.WORLD.person("ada@example.org", "Ed25519");
        AlgorithmIdentifier how = ada.signatureAlgorithm().scheme().identifier();
        Message made = signed(ada, digest.identifier(), digest, how).message();
        Judged.trusted(made);
        assertThat(Judged.open(made).signers().get(0).reasons())
                .filteredOn(each -> each.code() == Reason.Code.UNUSUAL_DIGEST)
                .hasSize(said);
    }

    /** Its issuer's parameters would be needed: that is no forgery, and nothing that can be checked. */
    @Test
    void aKeyOfDsaThatInheritsItsParametersIsUnknown() {
        AlgorithmIdentifier bare = new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa);
        PublicKey key = new PublicKey() {
            @Override
            public String getAlgorithm() {
                return "DSA";
            }

            @Override
            public String getFormat() {
                return "X.509";
            }

            @Override
            public byte[] getEncoded() {
                return Der.of(new SubjectPublicKeyInfo(bare, Der.of(new ASN1Integer(4))));
            }
        };
        X509Certificate certificate = Authority.root("CN=Root")
                .issue("CN=Heir", new KeyPair(key, People.key("P-256").getPrivate()));
        Verifier verifier =
                new Verifier(new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa_with_sha1), DigestAlgorithm.SHA1);
        assertThatThrownBy(() -> verifier.verifies(certificate, new byte[1], new byte[1]))
                .isInstanceOf(NoSuchAlgorithmException.class)
                .hasMessageContaining("inherits");
    }

    @Test
    void shakeOfAnotherLengthIsUnknown() throws Exception {
        Identity ada = People.WORLD.person("ada@example.org", "Ed448");
        AlgorithmIdentifier how = ada.signatureAlgorithm().scheme().identifier();
        AlgorithmIdentifier full = DigestAlgorithm.SHAKE256_512.identifier();
        Judged.trusted(signed(ada, full, DigestAlgorithm.SHAKE256_512, how).message());
        AlgorithmIdentifier half = new AlgorithmIdentifier(NISTObjectIdentifiers.id_shake256_len, new ASN1Integer(256));
        Judged.refused(signed(ada, half, DigestAlgorithm.SHAKE256_512, how).message(), Reason.Code.DIGEST_NOT_COMPUTED);
        assertThat(DigestAlgorithm.of(new AlgorithmIdentifier(NISTObjectIdentifiers.id_shake256_len)))
                .isEmpty();
    }

    @Test
    void oneOfTwoSignersThatIsBrokenSpoilsBoth() throws Exception {
        Identity classic = People.WORLD.person("ada@example.org", "P-256");
        SignerInfo good = Forged.signer(classic, Forged.attributes(classic, Forged.TEXT));
        ASN1Set attributes = Forged.attributes(ADA, Forged.TEXT);
        byte[] signature = ADA.key().sign(ADA.signatureAlgorithm(), attributes.getEncoded(ASN1Encoding.DER));
        signature[100] ^= 1;
        List<AlgorithmIdentifier> digests =
                List.of(DigestAlgorithm.SHA256.identifier(), DigestAlgorithm.SHA512.identifier());
        List<Certificate> certificates = new ArrayList<>(Forged.chain(classic));
        certificates.addAll(Forged.chain(ADA));
        Forged both = new Forged(
                digests,
                new DEROctetString(Forged.TEXT),
                certificates,
                List.of(good, Forged.signer(ADA, attributes, signature)));
        Judged.refused(both.message(), Reason.Code.SIGNATURE_WRONG);
    }
}
