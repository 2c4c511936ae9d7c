package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are agreed on, in both directions with Bouncy Castle's CMS (RFC 5753, RFC 8418). */
class KeyAgreementTest {
    private static final byte[] PART =
            "Content-Type: text/plain\r\n\r\npay Bob\r\n".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "X448, AES_256_GCM", "X448, CHACHA20_POLY1305", "X448, AES_256_CBC", "X448, AES_128_CBC",
        "X25519, AES_256_GCM", "X25519, AES_128_CBC", "P-521, AES_256_GCM", "P-256, AES_128_CBC"
    })
    void goBothWaysWithBouncyCastle(String kind, ContentCipher cipher) throws Exception {
        People.Keyed bob = People.WORLD.keyed("bob@example.net", kind);
        X509Certificate certificate = bob.identity().certificate();
        Message ours = Small.NOTE.with(Smime.encrypt(certificate).cipher(cipher));
        assertThat(theirWords(ours, bob.key(), cipher)).isEqualToNormalizingNewlines("pay Bob\n");
        for (String material : new String[] {"", "once more"}) {
            byte[] theirs = RawSealing.agreed(
                    recipient(certificate, material.getBytes(StandardCharsets.US_ASCII)), cipher, PART);
            Opened opened = Smime.open(
                    Letters.arrived(Raw.opaque("ada@example.org", theirs)),
                    Keys.of(bob.identity()),
                    People.WORLD.trust(),
                    Judged.POLICY);
            assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
            assertThat(opened.message().text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");
        }
    }

    private static String theirWords(Message sealed, PrivateKey key, ContentCipher cipher) throws Exception {
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        byte[] inside;
        if (cipher.suite().isAuthenticated()) {
            RecipientInformation found = new CMSAuthEnvelopedData(cms)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next();
            inside = found.getContent(new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(Crypto.BC));
        } else {
            RecipientInformation found = new CMSEnvelopedData(cms)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next();
            inside = found.getContent(new JceKeyAgreeEnvelopedRecipient(key).setProvider(Crypto.BC));
        }
        return Message.parse(inside).text().orElseThrow();
    }

    private static RecipientInfoGenerator recipient(X509Certificate certificate, byte[] material) throws Exception {
        String kind = certificate.getPublicKey().getAlgorithm();
        boolean curve = certificate.getPublicKey() instanceof ECPublicKey;
        KeyPairGenerator ephemeral = KeyPairGenerator.getInstance(curve ? "EC" : kind, Crypto.BC);
        if (certificate.getPublicKey() instanceof ECPublicKey point) {
            ephemeral.initialize(point.getParams());
        }
        KeyPair pair = ephemeral.generateKeyPair();
        ASN1ObjectIdentifier scheme = curve
                ? CMSAlgorithm.ECDH_SHA256KDF
                : kind.equals("X448")
                        ? PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme
                        : PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme;
        JceKeyAgreeRecipientInfoGenerator generator = new JceKeyAgreeRecipientInfoGenerator(
                scheme, pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES256_WRAP);
        if (material.length > 0) {
            generator.setUserKeyingMaterial(material);
        }
        return generator.addRecipient(certificate).setProvider(Crypto.BC);
    }
}
