package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority and the people it knows, made anew for every run. */
final class People {
    static final People WORLD = new People("CN=Test Root");
    static final Identity ADA = WORLD.person("ada@example.org", "RSA");
    static final Identity BOB = WORLD.person("bob@example.net", "RSA");
    static final Identity EVE = WORLD.person("eve@example.com", "RSA");
    static final Identity CURVE = WORLD.person("ada@example.org", "P-256");
    static final Identity X25519 = WORLD.person("bob@example.net", "X25519");

    final KeyPair rootKey;
    final X509Certificate root;
    private final X500Name name;

    People(String name) {
        this.name = new X500Name(name);
        this.rootKey = key("P-256");
        this.root = issue(
                this.name,
                rootKey,
                new Options(
                        "",
                        KeyUsage.keyCertSign | KeyUsage.cRLSign,
                        KeyPurposeId.anyExtendedKeyUsage,
                        Duration.ofDays(30)));
    }

    /** How a certificate departs from the ordinary; an empty address is an authority's. */
    record Options(String address, int usage, KeyPurposeId purpose, Duration life) {}

    Trust trust() {
        return Trust.of(root).revoking(revoked());
    }

    /** A revocation list that names these certificates. */
    X509CRL revoked(X509Certificate... certificates) {
        Instant now = Instant.now();
        try {
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(now.minus(Duration.ofDays(59))));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(30))));
            for (X509Certificate each : certificates) {
                builder.addCRLEntry(
                        each.getSerialNumber(), Date.from(now.minus(Duration.ofDays(59))), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter()
                    .setProvider(Crypto.BC)
                    .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(Crypto.BC)
                            .build(rootKey.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity person(String address, String kind) {
        return keyed(address, kind).identity();
    }

    /** What a certificate that signs mail has. */
    static Options mail(String address) {
        return new Options(address, KeyUsage.digitalSignature, KeyPurposeId.id_kp_emailProtection, Duration.ofDays(30));
    }

    /** A person whose private key can be given away. */
    record Keyed(PrivateKey key, Identity identity) {}

    Keyed keyed(String address, String kind) {
        Options options = ofEverything(address);
        return keyed(
                kind,
                kind.startsWith("X")
                        ? new Options(address, KeyUsage.keyAgreement, options.purpose(), options.life())
                        : options);
    }

    /** What a certificate has that signs mail and is encrypted to. */
    static Options ofEverything(String address) {
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyAgreement;
        return new Options(address, usage, KeyPurposeId.id_kp_emailProtection, Duration.ofDays(30));
    }

    Identity person(String kind, Options options) {
        return keyed(kind, options).identity();
    }

    Keyed keyed(String kind, Options options) {
        KeyPair key = key(kind);
        X500Name subject = new X500Name("CN=" + options.address().replaceAll("[^\\w@.]", " "));
        return new Keyed(key.getPrivate(), Identity.of(key.getPrivate(), issue(subject, key, options), root));
    }

    static KeyPair key(String kind) {
        try {
            KeyPairGenerator generator;
            if (kind.equals("RSA")) {
                generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
            } else if (kind.startsWith("P-") || kind.startsWith("brainpool")) {
                generator = KeyPairGenerator.getInstance("EC", Crypto.BC);
                generator.initialize(new ECGenParameterSpec(kind));
            } else {
                generator = KeyPairGenerator.getInstance(kind, Crypto.BC);
            }
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate issue(X500Name subject, KeyPair key, Options options) {
        Instant now = Instant.now();
        Instant end = now.plus(options.life());
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(64, new SecureRandom()).setBit(64),
                    Date.from(now.minus(Duration.ofDays(60))),
                    Date.from(end),
                    subject,
                    key.getPublic());
            boolean authority = options.address().isEmpty();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(options.usage()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
            if (!authority) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.rfc822Name, options.address())));
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(options.purpose()));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(Crypto.BC)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(Crypto.BC)
                            .build(rootKey.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
