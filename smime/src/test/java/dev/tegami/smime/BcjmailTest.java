package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.peers.Bcjmail;
import dev.tegami.smime.internal.Crypto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both directions with Bouncy Castle's own S/MIME, which judges us. */
class BcjmailTest {
    private static final byte[] PART = String.join(
                    "\r\n", "Content-Type: text/plain; charset=us-ascii", "", "von der anderen Seite", "")
            .getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, People.Keyed> KNOWN = new ConcurrentHashMap<>();

    /** Keys are made once. */
    private static People.Keyed person(String kind) {
        return KNOWN.computeIfAbsent(kind, each -> People.WORLD.keyed("ada@example.org", each));
    }

    private static byte[] content(Message message) throws IOException {
        return Inner.part(message).raw().open().readAllBytes();
    }

    private static void isVerified(Message signed) throws Exception {
        byte[] part = Bcjmail.verify(signed.toBytes());
        assertThat(Message.parse(part).text())
                .isEqualTo(Letters.arrived(Letters.plain()).text());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"ED448", "ML_.*", "SLH_.*"})
    void itVerifiesWhatWeSign(SignatureAlgorithm algorithm) throws Exception {
        Identity ada = person(kind(algorithm)).identity();
        Signing signing = Smime.sign(ada).algorithm(algorithm);
        isVerified(Letters.plain().with(signing));
        isVerified(Letters.plain().with(signing.opaque()));
    }

    private static String kind(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_SHA256 -> "P-256";
            case ECDSA_SHA384 -> "P-384";
            case ECDSA_SHA512 -> "brainpoolP256r1";
            case ED25519 -> "Ed25519";
            default -> "RSA";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, SHA256withRSA",
        "RSA, SHA512withRSA",
        "RSA, SHA256withRSAandMGF1",
        "RSA, SHA512withRSAandMGF1",
        "P-256, SHA256withECDSA",
        "P-384, SHA384withECDSA",
        "P-521, SHA512withECDSA",
        "brainpoolP256r1, SHA256withECDSA",
        "Ed25519, Ed25519"
    })
    void weVerifyWhatItSigns(String kind, String algorithm) throws Exception {
        People.Keyed ada = person(kind);
        Identity identity = ada.identity();
        byte[] detached = Bcjmail.sign(PART, ada.key(), identity.certificate(), algorithm);
        byte[] opaque = Bcjmail.signOpaque(PART, ada.key(), identity.certificate(), algorithm);
        for (byte[] each : new byte[][] {detached, opaque}) {
            Message arrived = Raw.mailed("ada@example.org", each);
            Judged.trusted(arrived);
            assertThat(Judged.open(arrived).message().text().orElseThrow()).contains("anderen Seite");
        }
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void itDecryptsWhatWeEncrypt(ContentCipher cipher) throws Exception {
        for (String kind : new String[] {"RSA", "P-256", "P-521", "brainpoolP256r1", "X25519"}) {
            People.Keyed bob = person(kind);
            Encryption encryption = Smime.encrypt(bob.identity().certificate()).cipher(cipher);
            for (Encryption each : new Encryption[] {encryption, encryption.rsaPkcs1()}) {
                Message sealed = Letters.plain().with(each);
                byte[] part = Bcjmail.decrypt(
                        sealed.toBytes(), bob.key(), bob.identity().certificate());
                assertThat(part).isEqualTo(content(Letters.plain()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521", "brainpoolP256r1", "X25519", "X448", "ML-KEM-768"})
    void weDecryptWhatItEncrypts(String kind) throws Exception {
        Identity bob = person(kind).identity();
        for (ASN1ObjectIdentifier cipher : new ASN1ObjectIdentifier[] {
            CMSAlgorithm.AES128_CBC,
            CMSAlgorithm.AES192_CBC,
            CMSAlgorithm.AES256_CBC,
            CMSAlgorithm.AES128_GCM,
            CMSAlgorithm.AES192_GCM,
            CMSAlgorithm.AES256_GCM
        }) {
            for (Bcjmail.Transport transport : Bcjmail.Transport.values()) {
                byte[] sealed = Bcjmail.encrypt(PART, bob.certificate(), cipher, transport);
                Opened opened = Smime.open(
                        Raw.mailed("ada@example.org", sealed), Keys.of(bob), People.WORLD.trust(), Judged.POLICY);
                assertThat(opened.isDecrypted())
                        .as(cipher + " " + opened.verdict())
                        .isTrue();
                assertThat(opened.message().text().orElseThrow()).contains("anderen Seite");
            }
        }
    }

    /** Attributes that are authenticated with the content and come behind it. */
    @Test
    void authenticatedAttributesAreChecked() throws Exception {
        Identity bob = person("P-256").identity();
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        KeyPair pair = People.key("P-256");
        generator.addRecipientInfoGenerator(new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(bob.certificate())
                .setProvider(Crypto.BC));
        AttributeTable attributes = new AttributeTable(
                new DERSet(new Attribute(CMSAttributes.signingTime, new DERSet(new DERUTCTime("231114221320Z")))));
        generator.setAuthenticatedAttributeGenerator(new SimpleAttributeTableGenerator(attributes));
        byte[] cms = generator
                .generate(new CMSProcessableByteArray(PART), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                .setProvider(Crypto.BC)
                                .build())
                .getEncoded();
        assertThat(isDecrypted(cms, bob)).isTrue();
        byte[] time = "231114221320Z".getBytes(StandardCharsets.US_ASCII);
        String text = new String(cms, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(new String(time, StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        for (int i = at; i < at + time.length; i++) {
            byte[] changed = cms.clone();
            changed[i] ^= 1;
            assertThat(isDecrypted(changed, bob)).isFalse();
        }
    }

    private static boolean isDecrypted(byte[] cms, Identity bob) {
        Message message = Raw.opaque("ada@example.org", cms);
        return Smime.open(message, Keys.of(bob), People.WORLD.trust()).isDecrypted();
    }
}
