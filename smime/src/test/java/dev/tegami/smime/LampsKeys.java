package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key of the ML-DSA samples, whose certificate does not come along: RFC 9881 appendix C makes it of the seed 00 01 02
 * and so on. The certificate is ours.
 */
final class LampsKeys {
    private static final BigInteger SERIAL = new BigInteger("159FFE6F22FD5CC42C524DF6FD5E28D0DE38F34E", 16);

    private LampsKeys() {}

    static PrivateKey key(String oid) throws Exception {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        PrivateKeyInfo info = new PrivateKeyInfo(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)),
                new DERTaggedObject(false, 0, new DEROctetString(seed)));
        return KeyFactory.getInstance(oid, Crypto.BC).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    static Trust of(String file) throws Exception {
        String oid = "2.16.840.1.101.3.4.3." + (file.contains("44") ? 17 : file.contains("65") ? 18 : 19);
        MLDSAPrivateKey key = (MLDSAPrivateKey) key(oid);
        X500Name name = new X500Name("O=IETF,CN=LAMPS WG");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                SERIAL,
                Date.from(Instant.now().minus(Duration.ofDays(1))),
                Date.from(Instant.now().plus(Duration.ofDays(1))),
                name,
                key.getPublicKey());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "alice@example.com")));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .setProvider(Crypto.BC)
                .getCertificate(builder.build(new JcaContentSignerBuilder("ML-DSA")
                        .setProvider(Crypto.BC)
                        .build(key)));
        return new Trust(List.of(certificate), List.of(), List.of());
    }
}
