package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** The key that a capsule gives is bound to all that is said of it, and however it fails, the answer is the same. */
class KemBindingTest {
    private static final Identity BOB = People.WORLD.person("bob@example.net", "ML-KEM-512");
    private static final byte[] MATERIAL = "once more".getBytes(StandardCharsets.US_ASCII);

    /** The parts of one recipient, each of which can be changed. */
    private record Capsule(
            AlgorithmIdentifier kem,
            ASN1OctetString capsule,
            AlgorithmIdentifier function,
            int length,
            Optional<ASN1OctetString> material,
            AlgorithmIdentifier wrap,
            ASN1OctetString key) {
        static Capsule of(KEMRecipientInfo info) {
            return new Capsule(
                    info.getKem(),
                    info.getKemct(),
                    info.getKdf(),
                    info.getKekLength(),
                    Optional.of(new DEROctetString(info.getUkm())),
                    info.getWrap(),
                    info.getEncryptedKey());
        }

        RecipientInfo info(KEMRecipientInfo before) {
            return new RecipientInfo(new OtherRecipientInfo(
                    CMSObjectIdentifiers.id_ori_kem,
                    new KEMRecipientInfo(
                            before.getRecipientIdentifier(),
                            kem,
                            capsule,
                            function,
                            new ASN1Integer(length),
                            material.orElse(null),
                            wrap,
                            key)));
        }

        Capsule kem(AlgorithmIdentifier changed) {
            return new Capsule(changed, capsule, function, length, material, wrap, key);
        }

        Capsule capsule(int changed) {
            byte[] octets = Arrays.copyOf(capsule.getOctets(), changed);
            octets[0] ^= 1;
            return new Capsule(kem, new DEROctetString(octets), function, length, material, wrap, key);
        }

        Capsule function(ASN1ObjectIdentifier changed) {
            return new Capsule(kem, capsule, new AlgorithmIdentifier(changed), length, material, wrap, key);
        }

        Capsule material(String changed) {
            Optional<ASN1OctetString> other =
                    Optional.of(new DEROctetString(changed.getBytes(StandardCharsets.US_ASCII)));
            return new Capsule(kem, capsule, function, length, other.filter(each -> !changed.isEmpty()), wrap, key);
        }

        Capsule wrap(ASN1ObjectIdentifier changed, int length) {
            return new Capsule(kem, capsule, function, length, material, new AlgorithmIdentifier(changed), key);
        }
    }

    private static Message changed(UnaryOperator<Capsule> change) throws Exception {
        byte[] made = RawSealing.capsule(BOB.certificate(), MATERIAL, Forged.TEXT);
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(ContentInfo.getInstance(made).getContent());
        RecipientInfo first = RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0));
        KEMRecipientInfo before = KEMRecipientInfo.getInstance(
                OtherRecipientInfo.getInstance(first.getInfo()).getValue());
        AuthEnvelopedData after = new AuthEnvelopedData(
                null,
                new DERSet(change.apply(Capsule.of(before)).info(before)),
                data.getAuthEncryptedContentInfo(),
                null,
                data.getMac(),
                null);
        return Raw.opaque(
                "ada@example.org", new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, after).getEncoded());
    }

    private static Opened open(Message message) {
        return Smime.open(message, Keys.of(BOB), People.WORLD.trust(), Judged.POLICY);
    }

    @Test
    void everythingThatIsSaidOfTheKeyIsPartOfIt() throws Exception {
        assertThat(open(changed(same -> same)).isDecrypted()).isTrue();
        List<UnaryOperator<Capsule>> changes = List.of(
                capsule -> capsule.material("twice"),
                capsule -> capsule.material(""),
                capsule -> capsule.function(PKCSObjectIdentifiers.id_alg_hkdf_with_sha512),
                capsule -> capsule.function(PKCSObjectIdentifiers.id_PBKDF2),
                capsule -> capsule.wrap(NISTObjectIdentifiers.id_aes128_wrap, 16),
                capsule -> capsule.wrap(NISTObjectIdentifiers.id_aes256_wrap, 16),
                capsule -> capsule.wrap(NISTObjectIdentifiers.id_aes256_CBC, 32),
                capsule -> capsule.kem(new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768)),
                capsule -> capsule.kem(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.0.18033.2.2.4"))),
                capsule ->
                        capsule.kem(new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_512, DERNull.INSTANCE)),
                capsule -> capsule.capsule(1),
                capsule -> capsule.capsule(768),
                capsule -> capsule.capsule(767),
                capsule -> capsule.capsule(1088));
        for (UnaryOperator<Capsule> each : changes) {
            Opened opened = open(changed(each));
            assertThat(opened.isDecrypted()).isFalse();
            // one answer, whatever was wrong
            assertThat(opened.verdict().reasons())
                    .extracting(Reason::code)
                    .containsExactly(Reason.Code.DECRYPTION_FAILED, Reason.Code.NOT_SIGNED);
        }
    }

    @Test
    void aCapsuleForSomebodyElseIsNoneForOneself() throws Exception {
        Identity other = People.WORLD.person("bob@example.net", "ML-KEM-512");
        Opened opened = Smime.open(changed(same -> same), Keys.of(other), People.WORLD.trust(), Judged.POLICY);
        assertThat(opened.verdict().has(Reason.Code.NO_KEY)).isTrue();
    }

    /** RFC 9709 section 1: what was sealed for one cipher is claimed to be for another. */
    @Test
    void aDerivedKeyFitsItsOwnCipherOnly() throws IOException {
        Message sealed = Small.NOTE.with(Smime.encrypt(People.BOB.certificate())
                .cipher(ContentCipher.AES_256_CBC)
                .derivedKeys());
        EnvelopedData data = EnvelopedData.getInstance(
                ContentInfo.getInstance(sealed.root().content().orElseThrow().bytes())
                        .getContent());
        EncryptedContentInfo content = data.getEncryptedContentInfo();
        AlgorithmIdentifier inner = AlgorithmIdentifier.getInstance(
                content.getContentEncryptionAlgorithm().getParameters());
        byte[] nonce = ASN1OctetString.getInstance(inner.getParameters()).getOctets();
        nonce[0] ^= 1;
        for (AlgorithmIdentifier other : List.of(
                inner,
                new AlgorithmIdentifier(
                        CMSObjectIdentifiers.id_alg_cek_hkdf_sha256,
                        new AlgorithmIdentifier(inner.getAlgorithm(), new DEROctetString(nonce))))) {
            EnvelopedData changed = new EnvelopedData(
                    null,
                    data.getRecipientInfos(),
                    new EncryptedContentInfo(content.getContentType(), other, content.getEncryptedContent()),
                    (ASN1Set) null);
            Message message =
                    Small.around(sealed, new ContentInfo(CMSObjectIdentifiers.envelopedData, changed).getEncoded());
            Opened opened = Judged.open(message);
            assertThat(opened.message().text().orElse("")).doesNotContain("pay Bob");
        }
    }
}
