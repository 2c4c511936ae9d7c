package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Certificates;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with a good certificate who wants to pass for somebody else. */
class StrangerTest {
    private static final Authority ROOT = Authority.root("CN=Root of all");

    private static Opened opened(String from, Identity by) {
        Message letter = Letters.raw("From: " + from + "\nContent-Type: text/plain\n\npay Bob\n");
        return Smime.open(
                Letters.arrived(letter.with(Smime.sign(by))), Keys.none(), Trust.of(ROOT.certificate()), Judged.POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@straße.example, ada@strasse.example, false",
        "ada@strasse.example, ada@xn--strae-oqa.example, false",
        "ada@straße.example, ada@xn--strae-oqa.example, true",
        "ada@βόλος.example, ada@xn--nxasmq6b.example, false",
        "ada@βόλος.example, ada@xn--nxasmm1c.example, true",
        "ada@bücher.example, ada@xn--bcher-kva.example, true",
        "ada@BÜCHER.example, ada@XN--BCHER-KVA.example, true",
        "ada@bücher.example, ada@bucher.example, false",
        "Ada@example.org, ada@example.org, false",
        "ada@EXAMPLE.org, ada@example.ORG, true",
        "ada@example.org., ada@example.org, false",
    })
    void aDomainIsOnlyTheOneThatItIs(String from, String certified, boolean same) {
        Opened opened = opened(from, ROOT.person(new GeneralName(GeneralName.rfc822Name, certified)));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "手紙@example.org, 手紙@example.org, true",
        "手紙@EXAMPLE.org, 手紙@example.org, true",
        "手紙@bücher.example, 手紙@xn--bcher-kva.example, true",
        "手紙@example.org, 手纸@example.org, false",
        "手紙@straße.example, 手紙@strasse.example, false",
        "\u00e9@example.org, e\u0301@example.org, false",
    })
    void aMailboxBeyondAsciiIsTheOneInTheCertificate(String from, String certified, boolean same) {
        GeneralName name = new GeneralName(
                GeneralName.otherName,
                new OtherName(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9"), new DERUTF8String(certified)));
        assertThat(opened(from, ROOT.person(name)).isTrusted()).isEqualTo(same);
    }

    private static Authority.Extra purpose(KeyPurposeId purpose) {
        ASN1Encodable value = new ExtendedKeyUsage(purpose);
        return new Authority.Extra(Extension.extendedKeyUsage, false, value);
    }

    @Test
    void anAuthorityForServersVouchesForNoMail() {
        Authority mail = ROOT.below("CN=For mail", purpose(KeyPurposeId.id_kp_emailProtection));
        Authority any = ROOT.below("CN=For all", purpose(KeyPurposeId.anyExtendedKeyUsage));
        Authority servers = ROOT.below("CN=For servers", purpose(KeyPurposeId.id_kp_serverAuth));
        String ada = "ada@example.org";
        assertThat(opened(ada, mail.person(ada, ROOT)).isTrusted()).isTrue();
        assertThat(opened(ada, any.person(ada, ROOT)).isTrusted()).isTrue();
        Verdict verdict = opened(ada, servers.person(ada, ROOT)).verdict();
        assertThat(verdict.isTrusted()).isFalse();
        assertThat(verdict.mark(Axis.USAGE)).isEqualTo(Mark.BAD);
    }

    @Test
    void aPersonIsNoAuthority() {
        Identity bob = ROOT.person("bob@example.net");
        KeyPair key = People.key("P-256");
        Authority pretender = new Authority(
                key,
                ROOT.issue(
                        "CN=Bob",
                        key,
                        Authority.Extra.names(new GeneralName(GeneralName.rfc822Name, "bob@example.net"))));
        assertThat(opened("ada@example.org", pretender.person("ada@example.org", ROOT))
                        .isTrusted())
                .isFalse();
        assertThat(opened("bob@example.net", bob).isTrusted()).isTrue();
    }

    /** A key for RSASSA-PSS only that signed a certificate by PKCS#1 did what nobody allowed it to. */
    @Test
    void anAuthorityThatSignsOtherwiseThanItsKeyMayIsNotBelieved() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
        generator.initialize(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        KeyPair key = generator.generateKeyPair();
        X509Certificate certificate = ROOT.issue("CN=Pss", key, Authority.Extra.authority());
        String ada = "ada@example.org";
        Authority right = new Authority(key, certificate, "SHA256withRSAandMGF1");
        assertThat(opened(ada, right.person(ada, ROOT)).isTrusted()).isTrue();
        Authority wrong = new Authority(
                new KeyPair(key.getPublic(), RsaUseTest.plain(key.getPrivate())), certificate, "SHA256withRSA");
        assertThat(opened(ada, wrong.person(ada, ROOT)).verdict().has(Reason.Code.NO_PATH))
                .isTrue();
    }

    @Test
    void aCurveWithoutANameIsNoKey() {
        SubjectPublicKeyInfo named =
                SubjectPublicKeyInfo.getInstance(People.key("P-256").getPublic().getEncoded());
        SubjectPublicKeyInfo written = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECNamedCurves.getByName("secp256r1")),
                named.getPublicKeyData().getOctets());
        X509Certificate certificate = ROOT.issue(
                "CN=Curve", new KeyPair(new Encoded(written), ROOT.key().getPrivate()));
        assertThatThrownBy(() -> Certificates.key(certificate)).isInstanceOf(GeneralSecurityException.class);
    }

    private record Encoded(SubjectPublicKeyInfo info) implements java.security.PublicKey {
        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            try {
                return info.getEncoded();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
