package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmimeTest {
    private final Trust trust = People.WORLD.trust();

    private static void isTheLetter(Opened opened) {
        assertThat(opened.message().subject()).contains("議事録");
        assertThat(opened.message().text().orElseThrow().replace("\r\n", "\n")).isEqualTo("Grüße, Bob\nsecond line\n");
    }

    @Test
    void aSignedLetterIsTrusted() {
        Message signed = Letters.plain().with(Smime.sign(People.ADA));
        Opened opened = Smime.open(Letters.arrived(signed), Keys.none(), trust);
        assertThat(opened.verdict().reasons()).isEmpty();
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.coverage(opened.message().root())).isEqualTo(Coverage.WHOLE);
        isTheLetter(opened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "Ed25519"})
    void everyKindOfKeySigns(String kind) {
        Identity ada = People.WORLD.person("ada@example.org", kind);
        Opened detached = Smime.open(Letters.arrived(Letters.plain().with(Smime.sign(ada))), Keys.none(), trust);
        Opened opaque =
                Smime.open(Letters.arrived(Letters.plain().with(Smime.sign(ada).opaque())), Keys.none(), trust);
        assertThat(detached.verdict().reasons()).isEmpty();
        assertThat(detached.isTrusted()).isTrue();
        assertThat(opaque.isTrusted()).isTrue();
        isTheLetter(opaque);
    }

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, mode = EnumSource.Mode.MATCH_ANY, names = "RSA_.*")
    void rsaSignsEveryWay(SignatureAlgorithm algorithm) {
        Message signed = Letters.plain().with(Smime.sign(People.ADA).algorithm(algorithm));
        assertThat(Smime.open(Letters.arrived(signed), Keys.none(), trust).isTrusted())
                .isTrue();
    }

    @Test
    void severalSignersAreAllJudged() {
        Message signed = Letters.plain().with(Smime.sign(People.ADA, People.CURVE));
        Opened opened = Smime.open(Letters.arrived(signed), Keys.none(), trust);
        assertThat(opened.signers()).hasSize(2);
        assertThat(opened.isTrusted()).isTrue();
        Message withEve = Letters.plain().with(Smime.sign(People.ADA, People.EVE));
        Opened mixed = Smime.open(Letters.arrived(withEve), Keys.none(), trust);
        assertThat(mixed.isTrusted()).isFalse();
        assertThat(mixed.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
        assertThat(mixed.verdict().mark(Axis.INTEGRITY)).isEqualTo(Mark.GOOD);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void everyCipherReachesEveryKindOfRecipient(ContentCipher cipher) {
        Identity curve = People.WORLD.person("bob@example.net", "P-384");
        Identity brainpool = People.WORLD.person("bob@example.net", "brainpoolP384r1");
        Identity[] all = {People.BOB, curve, People.CURVE, brainpool, People.X25519};
        Encryption encryption = Smime.encrypt(Arrays.stream(all)
                        .map(Identity::certificate)
                        .toArray(java.security.cert.X509Certificate[]::new))
                .cipher(cipher);
        Message sealed =
                Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)).with(encryption));
        for (Identity each : all) {
            Opened opened = Smime.open(sealed, Keys.of(each), trust);
            assertThat(opened.layers()).hasSize(2);
            assertThat(opened.isDecrypted()).isTrue();
            assertThat(opened.isTrusted()).isTrue();
            isTheLetter(opened);
        }
        assertThat(Smime.open(sealed, Keys.of(People.EVE), trust).verdict().has(Reason.Code.NO_KEY))
                .isTrue();
    }

    @Test
    void compatibleEncryptionIsReportedMalleable() {
        Message sealed =
                Letters.plain().with(Smime.encrypt(People.BOB.certificate()).compatible());
        Opened opened = Smime.open(Letters.arrived(sealed), Keys.of(People.BOB), trust);
        assertThat(opened.verdict().has(Reason.Code.MALLEABLE)).isTrue();
        assertThat(opened.verdict().has(Reason.Code.NOT_SIGNED)).isTrue();
        assertThat(opened.isTrusted()).isFalse();
        isTheLetter(opened);
    }

    @Test
    void threeLayersAreThreeLayers() {
        Message wrapped = Letters.plain()
                .with(Smime.sign(People.ADA))
                .with(Smime.encrypt(People.BOB.certificate()))
                .with(Smime.sign(People.ADA));
        Opened opened = Smime.open(Letters.arrived(wrapped), Keys.of(People.BOB), trust);
        assertThat(opened.layers()).hasSize(3);
        assertThat(opened.isTrusted()).isTrue();
        isTheLetter(opened);
    }

    @Test
    void aStrangersAuthorityIsNotTrusted() {
        Message signed = Letters.plain().with(Smime.sign(People.ADA));
        Opened opened = Smime.open(Letters.arrived(signed), Keys.none(), new People("CN=Other Root").trust());
        assertThat(opened.verdict().mark(Axis.TRUST)).isEqualTo(Mark.BAD);
        assertThat(opened.verdict().mark(Axis.INTEGRITY)).isEqualTo(Mark.GOOD);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void aCertificateForServersDoesNotSignMail() {
        Identity server = People.WORLD.person(
                "RSA",
                new People.Options(
                        "ada@example.org",
                        KeyUsage.digitalSignature,
                        KeyPurposeId.id_kp_serverAuth,
                        Duration.ofDays(1)));
        Identity onlyEncrypts = People.WORLD.person(
                "RSA",
                new People.Options(
                        "ada@example.org",
                        KeyUsage.keyEncipherment,
                        KeyPurposeId.id_kp_emailProtection,
                        Duration.ofDays(1)));
        for (Identity identity : new Identity[] {server, onlyEncrypts}) {
            Message signed = Letters.plain().with(Smime.sign(identity));
            Opened opened = Smime.open(Letters.arrived(signed), Keys.none(), trust);
            assertThat(opened.verdict().mark(Axis.USAGE)).isEqualTo(Mark.BAD);
            assertThat(opened.verdict().mark(Axis.TRUST)).isEqualTo(Mark.GOOD);
            assertThat(opened.isTrusted()).isFalse();
        }
    }

    @Test
    void anExpiredCertificateCountsOnlyAtSigningTime() {
        Identity old = People.WORLD.person(
                "RSA",
                new People.Options(
                        "ada@example.org",
                        KeyUsage.digitalSignature,
                        KeyPurposeId.id_kp_emailProtection,
                        Duration.ofDays(-20)));
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-30));
        Message signed = Letters.arrived(Letters.plain().with(Smime.sign(old).clock(then)));
        Opened now = Smime.open(signed, Keys.none(), trust);
        assertThat(now.verdict().mark(Axis.TIME)).isEqualTo(Mark.BAD);
        assertThat(now.verdict().mark(Axis.TRUST)).isEqualTo(Mark.GOOD);
        Opened atSigning =
                Smime.open(signed, Keys.none(), trust, Policy.standard().time(Policy.Time.SIGNED));
        assertThat(atSigning.verdict().mark(Axis.TIME)).isEqualTo(Mark.GOOD);
        assertThat(atSigning.isTrusted()).isTrue();
    }

    @Test
    void anUnknownRevocationIsNotTrustedUnlessTheCallerSaysSo() {
        Message signed = Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)));
        Trust unknowing = Trust.of(People.WORLD.root);
        Opened opened = Smime.open(signed, Keys.none(), unknowing);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().mark(Axis.REVOCATION)).isEqualTo(Mark.UNKNOWN);
        Policy lenient = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);
        assertThat(Smime.open(signed, Keys.none(), unknowing, lenient).isTrusted())
                .isTrue();
    }

    @Test
    void aRevokedCertificateIsNotTrustedWhateverThePolicy() {
        Message signed = Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)));
        Trust knowing = Trust.of(People.WORLD.root).revoking(People.WORLD.revoked(People.ADA.certificate()));
        Policy lenient = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);
        Opened opened = Smime.open(signed, Keys.none(), knowing, lenient);
        assertThat(opened.verdict().mark(Axis.REVOCATION)).isEqualTo(Mark.BAD);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void aPlainLetterIsOpenedAndNotTrusted() {
        Opened opened = Smime.open(Letters.plain(), Keys.none(), trust);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.NOT_SIGNED)).isTrue();
        isTheLetter(opened);
    }

    @Test
    void nobodyToReadItIsRefused() {
        assertThatThrownBy(Smime::encrypt).isInstanceOf(SmimeException.class);
        assertThatThrownBy(Smime::sign).isInstanceOf(SmimeException.class);
    }

    @Test
    void noProviderIsEverRegistered() {
        Smime.open(Letters.arrived(Letters.plain().with(Smime.sign(People.ADA))), Keys.none(), trust);
        assertThat(Security.getProvider("BC")).isNull();
    }
}
