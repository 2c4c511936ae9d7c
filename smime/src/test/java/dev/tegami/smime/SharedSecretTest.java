package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.CipherSuite;
import dev.tegami.smime.internal.Crypto;
import dev.tegami.smime.internal.Envelope;
import dev.tegami.smime.internal.PasswordSecret;
import dev.tegami.smime.internal.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEKEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers without a certificate: passwords (RFC 3211) and keys that both sides have. */
class SharedSecretTest {
    private static final char[] WORDS = "grüne Äpfel".toCharArray();
    private static final SharedSecret PASSWORD = SharedSecret.password(WORDS, 100_000);
    private static final byte[] NAME = {1, 2, 3};
    private static final byte[] KEK = Crypto.random(32);
    private static final SharedSecret KEY = SharedSecret.key(NAME, KEK);
    private static final byte[] PART =
            "Content-Type: text/plain\r\n\r\nfrom the other side\r\n".getBytes(StandardCharsets.US_ASCII);

    private static Opened open(Message message, Keys keys) {
        return Smime.open(Letters.arrived(message), keys, People.WORLD.trust(), Judged.POLICY);
    }

    private static byte[] cms(Message message) {
        return Letters.arrived(message).root().content().orElseThrow().bytes();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasTheKeyReads(ContentCipher cipher) {
        reads(Letters.plain().with(Smime.encrypt(KEY).cipher(cipher)), KEY);
    }

    @Test
    void whoKnowsThePasswordReads() {
        reads(Letters.plain().with(Smime.encrypt(PASSWORD)), PASSWORD);
        reads(Letters.plain().with(Smime.encrypt(PASSWORD).compatible()), PASSWORD);
    }

    private static void reads(Message sealed, SharedSecret secret) {
        Opened opened = open(sealed, Keys.of(secret));
        assertThat(opened.isDecrypted()).isTrue();
        assertThat(opened.message().text().orElseThrow()).contains("Grüße, Bob");
        assertThat(((Layer.Encrypted) opened.layers().get(0)).secret()).hasValue(secret);
    }

    @Test
    void aCertificateAndASecretOpenTheSameMessage() {
        Message sealed =
                Letters.plain().with(Smime.encrypt(People.BOB.certificate()).including(PASSWORD, KEY));
        for (Keys each : List.of(
                Keys.of(People.BOB), Keys.of(PASSWORD), Keys.of(People.EVE).with(KEY))) {
            assertThat(open(sealed, each).isDecrypted()).isTrue();
        }
    }

    @Test
    void anotherSecretOpensNothing() {
        Message sealed = Letters.plain().with(Smime.encrypt(PASSWORD));
        SharedSecret wrong = SharedSecret.password("rote Äpfel".toCharArray(), 100_000);
        assertThat(open(sealed, Keys.of(wrong, KEY)).verdict().has(Reason.Code.NO_KEY))
                .isTrue();
        Message byKey = Letters.plain().with(Smime.encrypt(KEY));
        SharedSecret sameName = SharedSecret.key(NAME, Crypto.random(32));
        SharedSecret otherName = SharedSecret.key(new byte[] {9}, KEK);
        assertThat(open(byKey, Keys.of(sameName)).verdict().has(Reason.Code.DECRYPTION_FAILED))
                .isTrue();
        assertThat(open(byKey, Keys.of(otherName)).verdict().has(Reason.Code.NO_KEY))
                .isTrue();
    }

    @Test
    void copiesForKindsOfKeysKeepTheSecretApart() {
        List<SealedCopy> copies = Smime.encrypt(People.BOB.certificate(), People.CURVE.certificate())
                .including(PASSWORD)
                .split()
                .copies(Letters.plain());
        assertThat(copies).extracting(copy -> copy.readers().size()).containsExactly(1, 1, 0);
        assertThat(open(copies.get(2).message(), Keys.of(PASSWORD)).isDecrypted())
                .isTrue();
        assertThat(open(copies.get(0).message(), Keys.of(PASSWORD)).isDecrypted())
                .isFalse();
    }

    @Test
    void theEnvelopeSaysItsVersionAndHowMuchWorkTheKeyIs() {
        Message sealed = Letters.plain()
                .with(Smime.encrypt(SharedSecret.password(WORDS)).including(KEY).cipher(ContentCipher.AES_128_CBC));
        EnvelopedData data =
                EnvelopedData.getInstance(ContentInfo.getInstance(cms(sealed)).getContent());
        assertThat(data.getVersion().intValueExact()).isEqualTo(3);
        PasswordRecipientInfo info = (PasswordRecipientInfo)
                java.util.Arrays.stream(data.getRecipientInfos().toArray())
                        .map(RecipientInfo::getInstance)
                        .map(RecipientInfo::getInfo)
                        .filter(PasswordRecipientInfo.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        PBKDF2Params parameters =
                PBKDF2Params.getInstance(info.getKeyDerivationAlgorithm().getParameters());
        assertThat(parameters.getIterationCount().intValueExact()).isEqualTo(600_000);
        assertThat(parameters.getSalt()).hasSize(16);
    }

    @Test
    void secretsThatProtectNothingAreRefusedAndNoneShowsItself() {
        assertThatThrownBy(() -> SharedSecret.password(new char[0])).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> SharedSecret.password(WORDS, 1000)).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> SharedSecret.password(WORDS, 10_000_001)).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> SharedSecret.key(NAME, new byte[15])).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> SharedSecret.key(new byte[0], KEK)).isInstanceOf(SmimeException.class);
        assertThat(PASSWORD.toString() + KEY).doesNotContain("pfel");
    }

    private static byte[] made(ASN1ObjectIdentifier kek, PasswordRecipient.PRF function, int rounds) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        JcePasswordRecipientInfoGenerator recipient =
                new JcePasswordRecipientInfoGenerator(kek, WORDS).setProvider(Crypto.BC);
        recipient.setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8);
        recipient.setPRF(function).setSaltAndIterationCount(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, rounds);
        generator.addRecipientInfoGenerator(recipient);
        return generator
                .generate(
                        new CMSProcessableByteArray(PART),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(Crypto.BC)
                                .build())
                .getEncoded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"})
    void weReadPasswordsOfBouncyCastle(String digest) throws Exception {
        PasswordRecipient.PRF function =
                switch (digest) {
                    case "SHA1" -> PasswordRecipient.PRF.HMacSHA1;
                    case "SHA224" -> PasswordRecipient.PRF.HMacSHA224;
                    case "SHA256" -> PasswordRecipient.PRF.HMacSHA256;
                    case "SHA384" -> PasswordRecipient.PRF.HMacSHA384;
                    default -> PasswordRecipient.PRF.HMacSHA512;
                };
        for (ASN1ObjectIdentifier kek :
                List.of(CMSAlgorithm.AES128_CBC, CMSAlgorithm.AES192_CBC, CMSAlgorithm.AES256_CBC)) {
            byte[] made = made(kek, function, 2048);
            Opened opened = open(Raw.opaque("ada@example.org", made), Keys.of(PASSWORD));
            assertThat(opened.message().text()).hasValue("from the other side\r\n");
        }
    }

    @Test
    void bouncyCastleReadsOurs() throws Exception {
        Message sealed =
                Letters.plain().with(Smime.encrypt(PASSWORD).including(KEY).cipher(ContentCipher.AES_256_CBC));
        CMSEnvelopedData data = new CMSEnvelopedData(cms(sealed));
        List<byte[]> read = new ArrayList<>();
        for (org.bouncycastle.cms.RecipientInformation each : data.getRecipientInfos()) {
            read.add(each.getContent(
                    each instanceof org.bouncycastle.cms.PasswordRecipientInformation
                            ? new JcePasswordEnvelopedRecipient(WORDS)
                                    .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8)
                                    .setProvider(Crypto.BC)
                            : new JceKEKEnvelopedRecipient(new javax.crypto.spec.SecretKeySpec(KEK, "AES"))
                                    .setProvider(Crypto.BC)));
        }
        assertThat(read)
                .hasSize(2)
                .allSatisfy(content ->
                        assertThat(Message.parse(content).text().orElseThrow()).contains("Grüße, Bob"));
    }

    @Test
    void opensslReadsOursAndWeReadWhatItMakes(@TempDir Path directory) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        String hex = HexFormat.of().formatHex(KEK);
        SharedSecret ascii = SharedSecret.password("correct horse".toCharArray(), 100_000);
        for (ContentCipher cipher : List.of(ContentCipher.AES_256_CBC, ContentCipher.AES_256_GCM)) {
            Message sealed = Letters.plain().with(Smime.encrypt(ascii, KEY).cipher(cipher));
            Path file = openssl.file("sealed.eml", sealed.toBytes());
            for (List<String> secret : List.of(
                    List.of("-pwri_password", "correct horse"),
                    List.of("-secretkey", hex, "-secretkeyid", HexFormat.of().formatHex(NAME)))) {
                List<Object> command = new ArrayList<>(List.of("cms", "-decrypt", "-in", file));
                command.addAll(secret);
                byte[] content = openssl.run(command.toArray());
                assertThat(Message.parse(content).text().orElseThrow()).contains("Grüße, Bob");
            }
        }
        Path in = openssl.file("in", PART);
        byte[] byPassword =
                openssl.run("cms", "-encrypt", "-in", in, "-binary", "-aes-256-cbc", "-pwri_password", "correct horse");
        assertThat(open(Raw.mailed("ada@example.org", byPassword), Keys.of(ascii))
                        .message()
                        .text())
                .hasValue("from the other side\r\n");
        for (String cipher : List.of("-aes-256-cbc", "-aes-128-gcm")) {
            byte[] byKey = openssl.run(
                    "cms", "-encrypt", "-in", in, "-binary", cipher, "-secretkey", hex, "-secretkeyid", "010203");
            assertThat(open(Raw.mailed("ada@example.org", byKey), Keys.of(KEY))
                            .message()
                            .text())
                    .hasValue("from the other side\r\n");
        }
    }

    /** Each octet changed: nobody reads anything else, and nothing fails but the message. */
    @Test
    void everyOctetOfAnAuthenticatedEnvelopeCounts() throws IOException {
        PasswordSecret quick = new PasswordSecret(WORDS, 10);
        byte[] made;
        try (Spool spool = new Spool(1 << 20, null)) {
            made = new Envelope(CipherSuite.AES_256_GCM, Envelope.Keys.SAME, List.of(quick, KEY.secret()))
                    .seal(dev.tegami.mime.Source.of(PART), spool)
                    .open()
                    .readAllBytes();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        for (SharedSecret each : List.of(PASSWORD, KEY)) {
            int read = 0;
            for (int i = 0; i < made.length; i++) {
                byte[] changed = made.clone();
                changed[i] ^= 1;
                Opened opened = open(Raw.opaque("ada@example.org", changed), Keys.of(each));
                if (opened.isDecrypted()) {
                    assertThat(opened.message().text()).hasValue("from the other side\r\n");
                    read++;
                }
            }
            // those of the other recipient and of versions
            assertThat(read).isLessThan(made.length - 120);
        }
    }
}
