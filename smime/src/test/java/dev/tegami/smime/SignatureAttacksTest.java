package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** Structures that lead other verifiers astray. */
class SignatureAttacksTest {
    private static final Trust TRUST = People.WORLD.trust();
    private static final SignedData SIGNED =
            signed(Letters.plain().with(Smime.sign(People.ADA).opaque()));

    private static SignedData signed(Message message) {
        byte[] cms = message.root().content().orElseThrow().bytes();
        return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
    }

    private static Opened open(SignedData data) throws Exception {
        byte[] cms =
                new ContentInfo(new ASN1ObjectIdentifier("1.2.840.113549.1.7.2"), data).getEncoded(ASN1Encoding.DL);
        String text = "From: ada@example.org\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(cms).replace("\r\n", "\n") + "\n";
        return Smime.open(Letters.raw(text), Keys.none(), TRUST);
    }

    private static SignedData with(SignerInfo... signers) {
        return new SignedData(
                SIGNED.getDigestAlgorithms(),
                SIGNED.getEncapContentInfo(),
                SIGNED.getCertificates(),
                null,
                new DERSet(signers));
    }

    private static SignerInfo signer() {
        return SignerInfo.getInstance(SIGNED.getSignerInfos().getObjectAt(0));
    }

    @Test
    void theStructureItselfIsGood() throws Exception {
        assertThat(open(with(signer())).isTrusted()).isTrue();
    }

    @Test
    void signedAttributesPassedOffAsContentAreRefused() throws Exception {
        SignerInfo signer = signer();
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        SignerInfo bare = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (org.bouncycastle.asn1.ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                null);
        SignedData replay = new SignedData(
                SIGNED.getDigestAlgorithms(),
                new ContentInfo(SIGNED.getEncapContentInfo().getContentType(), new DEROctetString(attributes)),
                SIGNED.getCertificates(),
                null,
                new DERSet(bare));
        Opened opened = open(replay);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.NO_SIGNED_ATTRIBUTES)).isTrue();
    }

    @Test
    void aDigestThatWasNotRunIsNotTheDigestOfNothing() throws Exception {
        Opened opened = open(new SignedData(
                new DERSet(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512)),
                SIGNED.getEncapContentInfo(),
                SIGNED.getCertificates(),
                null,
                SIGNED.getSignerInfos()));
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.DIGEST_NOT_COMPUTED)).isTrue();
    }

    @Test
    void aFloodOfDigestsRunsNone() throws Exception {
        ASN1EncodableVector flood = new ASN1EncodableVector();
        for (int i = 1; i < 25; i++) {
            flood.add(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4." + i)));
        }
        flood.add(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        assertThat(open(new SignedData(
                                new DERSet(flood),
                                SIGNED.getEncapContentInfo(),
                                SIGNED.getCertificates(),
                                null,
                                SIGNED.getSignerInfos()))
                        .isTrusted())
                .isTrue();
    }

    @Test
    void moreSignersThanTheBoundAreALimit() {
        List<SignerInfo> many = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            many.add(new SignerInfo(
                    signer().getSID(),
                    signer().getDigestAlgorithm(),
                    signer().getAuthenticatedAttributes(),
                    signer().getDigestEncryptionAlgorithm(),
                    new DEROctetString(new byte[] {(byte) i}),
                    null));
        }
        assertThatThrownBy(() -> open(with(many.toArray(SignerInfo[]::new))))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Bounds.signers");
    }

    @Test
    void oneBadSignerBesideAGoodOneIsNotTrusted() throws Exception {
        SignerInfo bad = new SignerInfo(
                signer().getSID(),
                signer().getDigestAlgorithm(),
                signer().getAuthenticatedAttributes(),
                signer().getDigestEncryptionAlgorithm(),
                new DEROctetString(new byte[256]),
                null);
        Opened opened = open(with(signer(), bad));
        assertThat(opened.signers()).hasSize(2);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void whatIsDeclaredIsNotAllocated() {
        byte[] huge = {0x30, (byte) 0x84, 0x7F, -1, -1, -1, 0x06, (byte) 0x84, 0x7F, -1, -1, -1, 1, 2, 3};
        Message message = Letters.raw("From: ada@example.org\nContent-Type: application/pkcs7-mime\n"
                + "Content-Transfer-Encoding: base64\n\n" + Base64.getEncoder().encodeToString(huge) + "\n");
        assertThatThrownBy(() -> Smime.open(message, Keys.none(), TRUST)).isInstanceOf(LimitExceeded.class);
    }

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
