package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.Crypto;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys so big that one verification would take hours. */
class KeyBombTest {
    private static final Random RANDOM = new Random(7);

    private static BigInteger odd(int bits) {
        return new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
    }

    private static Forged signedWith(SubjectPublicKeyInfo key, AlgorithmIdentifier algorithm, byte[] signature)
            throws Exception {
        Instant now = Instant.now();
        Certificate certificate = new X509v3CertificateBuilder(
                        new X500Name("CN=Test Root"),
                        BigInteger.TEN,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        new X500Name("CN=Bomb"),
                        key)
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(Crypto.BC)
                        .build(People.key("P-256").getPrivate()))
                .toASN1Structure();
        Forged honest = Forged.honest(People.ADA);
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate.getIssuer(), BigInteger.TEN)),
                honest.digests().get(0),
                honest.signers().get(0).getAuthenticatedAttributes(),
                algorithm,
                new DEROctetString(signature),
                null);
        return honest.carrying(List.of(certificate)).by(signer);
    }

    private static void isRefused(SubjectPublicKeyInfo key, AlgorithmIdentifier algorithm, byte[] signature)
            throws Exception {
        assertThatThrownBy(() -> Certificates.key(Certificates.parse(signedWith(key, algorithm, signature)
                        .certificates()
                        .get(0)
                        .getEncoded())))
                .isInstanceOf(GeneralSecurityException.class);
        Judged.refused(signedWith(key, algorithm, signature).message(), Judged.OLD, Reason.Code.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 16384, 100_000})
    void dsaBeyondTheStandardIsNotTried(int bits) throws Exception {
        SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_dsa, new DSAParameter(odd(bits), odd(bits - 8), odd(bits - 1))),
                new ASN1Integer(odd(bits - 1)));
        ASN1Integer half = new ASN1Integer(odd(bits - 20));
        byte[] signature = new DERSequence(new ASN1Encodable[] {half, half}).getEncoded();
        isRefused(key, new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa), signature);
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 16384, 100_000})
    void rsaWithAHugeExponentIsNotTried(int bits) throws Exception {
        SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(odd(bits), odd(bits - 10)));
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        isRefused(key, algorithm, new byte[bits / 8]);
    }
}
