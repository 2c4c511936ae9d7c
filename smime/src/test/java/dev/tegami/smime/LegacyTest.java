package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was good once: accepted only by name, and until a day. */
class LegacyTest {
    private static final Instant NOW = Authority.now();
    private static final Instant THEN = NOW.minus(Duration.ofDays(30));
    private static final Instant GIVEN_UP = NOW.minus(Duration.ofDays(20));

    private static Message signed(String algorithm) throws Exception {
        People.Keyed ada = People.WORLD.keyed("ada@example.org", "RSA");
        AttributeTable time =
                new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(THEN)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Crypto.BC)
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time))
                .build(algorithm, ada.key(), ada.identity().certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(ada.identity().certificate()));
        byte[] cms = generator
                .generate(new CMSProcessableByteArray(Forged.TEXT), true)
                .getEncoded();
        return Raw.opaque("ada@example.org", cms);
    }

    private static boolean isWeak(Message message, Policy policy) {
        Opened opened = Judged.open(message, policy);
        boolean weak = opened.verdict().has(Reason.Code.WEAK_ALGORITHM);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isEqualTo(!weak);
        return weak;
    }

    @Test
    void sha1IsWeakUnlessTheMessageIsJudgedForATimeAtWhichItWasNot() throws Exception {
        Message message = signed("SHA1withRSA");
        Policy dated = Judged.POLICY.acceptingUntil(GIVEN_UP, Legacy.SHA1);
        Clock then = Clock.fixed(THEN, ZoneOffset.UTC);
        assertThat(isWeak(message, Judged.POLICY)).isTrue();
        assertThat(isWeak(message, Judged.POLICY.clock(then))).isTrue();
        assertThat(isWeak(message, dated)).isTrue();
        assertThat(isWeak(message, dated.clock(then))).isFalse();
        assertThat(isWeak(message, dated.time(Policy.Time.SIGNED))).isFalse();
        assertThat(isWeak(message, dated.clock(Clock.fixed(GIVEN_UP, ZoneOffset.UTC))))
                .isTrue();
        assertThat(isWeak(message, Judged.POLICY.accepting(Legacy.SHA1))).isFalse();
    }

    @Test
    void whatIsAcceptedIsAcceptedByItsOwnNameOnly() throws Exception {
        assertThat(isWeak(signed("SHA224withRSA"), Judged.POLICY.accepting(Legacy.SHA1)))
                .isTrue();
        assertThat(isWeak(signed("SHA224withRSA"), Judged.POLICY.accepting(Legacy.SHA224)))
                .isFalse();
        assertThat(isWeak(signed("SHA1withRSA"), Judged.POLICY.accepting(Legacy.SHA224)))
                .isTrue();
        assertThat(isWeak(signed("MD5withRSA"), Judged.OLD)).isTrue();
    }

    private static Message sealed(ASN1ObjectIdentifier cipher, int bits) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(People.BOB.certificate()).setProvider(Crypto.BC));
        byte[] cms = generator
                .generate(
                        new CMSProcessableByteArray(Forged.TEXT),
                        new JceCMSContentEncryptorBuilder(cipher, bits)
                                .setProvider(Crypto.BC)
                                .build())
                .getEncoded();
        return Raw.opaque("ada@example.org", cms);
    }

    static Stream<Arguments> ciphers() {
        return Stream.of(
                Arguments.of(Legacy.TRIPLE_DES, CMSAlgorithm.DES_EDE3_CBC, 192),
                Arguments.of(Legacy.DES, CMSAlgorithm.DES_CBC, 64),
                Arguments.of(Legacy.RC2, CMSAlgorithm.RC2_CBC, 128),
                Arguments.of(Legacy.RC2, CMSAlgorithm.RC2_CBC, 64),
                Arguments.of(Legacy.RC2, CMSAlgorithm.RC2_CBC, 40));
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void oldCiphersAreDecryptedOnRequestAndTheWeakestReportedAllTheSame(
            Legacy old, ASN1ObjectIdentifier cipher, int bits) throws Exception {
        Message message = sealed(cipher, bits);
        for (Policy policy : List.of(Judged.POLICY, Judged.POLICY.acceptingUntil(NOW.minusSeconds(60), old))) {
            Opened closed = Judged.open(message, policy);
            assertThat(closed.isDecrypted()).isFalse();
            assertThat(closed.verdict().reasons().get(0).code()).isEqualTo(Reason.Code.WEAK_ALGORITHM);
            assertThat(closed.verdict().reasons().get(0).detail()).contains("Legacy." + old);
        }
        Opened opened = Judged.open(message, Judged.POLICY.accepting(old));
        assertThat(opened.message().text().orElseThrow()).contains("pay Bob");
        assertThat(opened.verdict().has(Reason.Code.WEAK_ALGORITHM)).isEqualTo(old != Legacy.TRIPLE_DES);
        assertThat(opened.verdict().has(Reason.Code.MALLEABLE)).isTrue();
    }
}
