package dev.tegami.interop;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The authority that every program is told to believe, and one person for each kind of key. */
final class SmimeAuthority {
    private static final Provider BC = new BouncyCastleProvider();
    private static final X500Name NAME = new X500Name("CN=Interoperability authority");

    private final KeyPair keys = keys("RSA");
    private final X509Certificate certificate;
    private final Map<String, SmimePerson> people = new ConcurrentHashMap<>();
    private long serial = 1;

    SmimeAuthority() {
        X509v3CertificateBuilder own = unsigned(NAME, keys);
        try {
            own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            own.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        certificate = sign(own);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The person with a key of a kind: RSA, a curve's name, or what the Java platform calls its algorithm. */
    SmimePerson person(String kind) {
        return people.computeIfAbsent(kind, this::issue);
    }

    private SmimePerson issue(String kind) {
        KeyPair theirs = keys(kind);
        X509v3CertificateBuilder person = unsigned(new X500Name("CN=Ada " + kind), theirs);
        int usage = kind.startsWith("X") || kind.startsWith("ML-KEM") ? 0 : KeyUsage.digitalSignature;
        usage |= kind.equals("RSA") || kind.startsWith("ML-KEM") ? KeyUsage.keyEncipherment : 0;
        usage |= kind.startsWith("X") || isCurve(kind) ? KeyUsage.keyAgreement : 0;
        try {
            person.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            person.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            person.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
            person.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, SmimePerson.ADDRESS)));
            person.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(theirs.getPublic()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new SmimePerson(kind.toLowerCase(java.util.Locale.ROOT), theirs.getPrivate(), sign(person), certificate);
    }

    private static boolean isCurve(String kind) {
        return kind.startsWith("P-") || kind.startsWith("brainpool");
    }

    private static KeyPair keys(String kind) {
        try {
            if (kind.equals("RSA")) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            }
            boolean curve = isCurve(kind);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : kind, BC);
            if (curve) {
                generator.initialize(new ECGenParameterSpec(kind));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder unsigned(X500Name subject, KeyPair subjectKeys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(serial++),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                subjectKeys.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder unsigned) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(BC)
                    .getCertificate(
                            unsigned.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
