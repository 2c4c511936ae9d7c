package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The algorithms for the time after quantum computers and other new ones, in both directions with Bouncy Castle's CMS. */
class PostQuantumTest {
    private static final byte[] PART =
            "Content-Type: text/plain\r\n\r\npay Bob\r\n".getBytes(StandardCharsets.US_ASCII);

    private static Opened open(Message message, Identity... keys) {
        return Smime.open(Letters.arrived(message), Keys.of(keys), People.WORLD.trust(), Judged.POLICY);
    }

    private static void trusted(Opened opened) {
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
    }

    private static byte[] cms(Message message) {
        return message.root().content().orElseThrow().bytes();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"ED448", "ML_.*", "SLH_DSA_SHA2_128F", "SLH_DSA_SHAKE_192F", "SLH_DSA_SHA2_256F"})
    void everyNewKindOfKeySigns(SignatureAlgorithm algorithm) throws Exception {
        People.Keyed ada =
                People.WORLD.keyed("ada@example.org", algorithm.scheme().jca());
        assertThat(ada.identity().signatureAlgorithm()).isEqualTo(algorithm);
        Message opaque = Letters.plain().with(Smime.sign(ada.identity()).opaque());
        trusted(open(opaque));
        trusted(open(Letters.plain().with(Smime.sign(ada.identity()))));
        assertThat(open(opaque).signers().get(0).algorithm())
                .endsWith("with "
                        + algorithm.scheme().jca().toUpperCase(Locale.ROOT).replace("ED448", "Ed448"));
        // they read ours
        CMSSignedData read = new CMSSignedData(cms(opaque));
        SignerInformation signer = read.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(Crypto.BC)
                        .build(ada.identity().certificate())))
                .isTrue();
        // and we theirs
        trusted(open(Raw.opaque("ada@example.org", theirs(ada, algorithm))));
    }

    private static byte[] theirs(People.Keyed ada, SignatureAlgorithm algorithm) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        X509Certificate certificate = ada.identity().certificate();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(Crypto.BC)
                        .build())
                .build(
                        new JcaContentSignerBuilder(algorithm.scheme().jca())
                                .setProvider(Crypto.BC)
                                .build(ada.key()),
                        certificate));
        generator.addCertificate(new JcaX509CertificateHolder(certificate));
        return generator.generate(new CMSProcessableByteArray(PART), true).getEncoded();
    }

    private static final List<Identity> READERS = Stream.of("ML-KEM-512", "ML-KEM-768", "ML-KEM-1024", "X448")
            .map(kind -> People.WORLD.person("bob@example.net", kind))
            .toList();
    private static final Encryption TO_ALL = Smime.encrypt(
                    READERS.stream().map(Identity::certificate).toArray(X509Certificate[]::new))
            .including(People.BOB.certificate(), People.X25519.certificate());

    private static void reachesAll(Encryption encryption) {
        Message sealed = Letters.plain().with(encryption.signedBy(Smime.sign(People.CURVE)));
        for (Identity reader : READERS) {
            trusted(open(sealed, reader));
        }
        trusted(open(sealed, People.BOB));
        assertThat(open(sealed, People.EVE).verdict().has(Reason.Code.NO_KEY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void everyCipherReachesEveryNewKindOfRecipient(ContentCipher cipher) {
        reachesAll(TO_ALL.cipher(cipher).derivedKeys());
    }

    @Test
    void newAndOldWaysStandSideBySide() {
        reachesAll(TO_ALL);
        reachesAll(TO_ALL.rsaKem());
        reachesAll(TO_ALL.compatible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-KEM-512", "ML-KEM-768", "ML-KEM-1024", "RSA"})
    void capsulesGoBothWaysWithBouncyCastle(String kind) throws Exception {
        People.Keyed bob = People.WORLD.keyed("bob@example.net", kind);
        Message sealed =
                Small.NOTE.with(Smime.encrypt(bob.identity().certificate()).rsaKem());
        CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(cms(sealed));
        RecipientInformation recipient =
                data.getRecipientInfos().getRecipients().iterator().next();
        byte[] content = recipient.getContent(new JceKEMAuthEnvelopedRecipient(bob.key()).setProvider(Crypto.BC));
        assertThat(Message.parse(content).text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");

        for (String material : List.of("", "once more")) {
            byte[] theirs = RawSealing.capsule(
                    bob.identity().certificate(), material.getBytes(StandardCharsets.US_ASCII), PART);
            Opened opened = open(Raw.opaque("ada@example.org", theirs), bob.identity());
            assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES_256_CBC", "AES_256_GCM"})
    void derivedKeysGoBothWaysWithBouncyCastle(String name) throws Exception {
        ContentCipher cipher = ContentCipher.valueOf(name);
        People.Keyed bob = People.WORLD.keyed("bob@example.net", "RSA");
        Message sealed = Small.NOTE.with(
                Smime.encrypt(bob.identity().certificate()).cipher(cipher).derivedKeys());
        assertThat(RawOpening.inside(sealed, bob.key()).text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");
        byte[] theirs = RawSealing.derived(bob.identity().certificate(), cipher, PART);
        Opened opened = open(Raw.opaque("ada@example.org", theirs), bob.identity());
        assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
    }

    @Test
    void twoSignersSideBySideAreBothJudged() {
        Identity classic = People.WORLD.person("ada@example.org", "P-256");
        Identity late = People.WORLD.person("ada@example.org", "ML-DSA-65");
        Opened opened = open(Letters.plain().with(Smime.sign(classic, late).protectingHeaders()));
        trusted(opened);
        assertThat(opened.signers())
                .extracting(SignerReport::algorithm)
                .containsExactlyInAnyOrder("SHA-256 with EC 256", "SHA-512 with ML-DSA-65");
    }
}
