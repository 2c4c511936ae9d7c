package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.smime.internal.Certificates;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Certificates of Eve's making that answer to the name of Ada's. */
class DecoyCertificateTest {
    private static final Certificate REAL = Certificates.structure(People.ADA.certificate());
    private static final KeyPair EVES = People.key("P-256");
    private static final KeyPair RSA = People.key("RSA");

    /** Issuer, serial number and address as in Ada's certificate; the keys are others. */
    private static Certificate decoy(java.security.PublicKey subject, Instant begin) throws Exception {
        X509Certificate ada = People.ADA.certificate();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                REAL.getIssuer(),
                REAL.getSerialNumber().getValue(),
                Date.from(begin),
                ada.getNotAfter(),
                REAL.getSubject(),
                subject);
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "ada@example.org")));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(EVES.getPrivate()))
                .toASN1Structure();
    }

    private static List<Certificate> decoys(int count) throws Exception {
        List<Certificate> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KeyPair key = i % 2 == 0 ? EVES : RSA;
            all.add(decoy(key.getPublic(), Instant.now().minusSeconds(1000L + i)));
        }
        return all;
    }

    @Test
    void aDecoyBeforeOrBehindTheRealOneHidesNothing() throws Exception {
        Forged honest = Forged.honest(People.ADA);
        for (Certificate decoy : decoys(2)) {
            Judged.trusted(honest.carrying(List.of(decoy, REAL)).message());
            Judged.trusted(honest.carrying(List.of(REAL, decoy)).message());
        }
    }

    @Test
    void moreDecoysThanAreTriedFailClosed() throws Exception {
        List<Certificate> all = decoys(20);
        all.add(REAL);
        Judged.refused(Forged.honest(People.ADA).carrying(all).message(), Reason.Code.NO_CERTIFICATE);
    }

    @Test
    void aSignatureByTheDecoysKeyHasNoPath() throws Exception {
        KeyPair key = People.key("RSA");
        X509Certificate fake = Certificates.parse(
                decoy(key.getPublic(), Instant.now().minusSeconds(1000)).getEncoded());
        Identity eve = Identity.of(key.getPrivate(), fake, People.WORLD.root);
        Forged forged = Forged.honest(eve);
        assertThat(fake.getSerialNumber())
                .isEqualTo(new BigInteger(REAL.getSerialNumber().toString()));
        Judged.refused(forged.message(), Reason.Code.NO_PATH);
        List<Certificate> both = new ArrayList<>(forged.certificates());
        both.add(0, REAL);
        Judged.refused(forged.carrying(both).message(), Reason.Code.NO_PATH);
    }

    @Test
    void aSignatureBoundToACertificateIsOfNoOtherWithItsKey() throws Exception {
        // a second certificate for Ada's key, which an authority was talked into, with Eve's name for her
        X509Certificate ada = People.ADA.certificate();
        Certificate other = decoy(ada.getPublicKey(), Instant.now().minusSeconds(1000));
        byte[] signed = Letters.plain()
                .with(Smime.sign(People.ADA).opaque())
                .root()
                .content()
                .orElseThrow()
                .bytes();
        var data = org.bouncycastle.asn1.cms.SignedData.getInstance(
                org.bouncycastle.asn1.cms.ContentInfo.getInstance(signed).getContent());
        var swapped = new org.bouncycastle.asn1.cms.SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                new org.bouncycastle.asn1.DERSet(other),
                null,
                data.getSignerInfos());
        byte[] cms = new org.bouncycastle.asn1.cms.ContentInfo(
                        org.bouncycastle.asn1.cms.CMSObjectIdentifiers.signedData, swapped)
                .getEncoded();
        Judged.refused(Raw.opaque("ada@example.org", cms), Reason.Code.CERTIFICATE_NOT_BOUND);
    }
}
