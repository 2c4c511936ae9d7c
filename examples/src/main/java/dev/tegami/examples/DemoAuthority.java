package dev.tegami.examples;

import dev.tegami.smime.Identity;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives as long as the demo, for two people and their server. */
public final class DemoAuthority {
    private static final X500Name NAME = new X500Name("CN=Demo authority");

    private final KeyPair keys;
    private final X509Certificate certificate;
    private long serial = 1;

    public DemoAuthority() throws GeneralSecurityException, IOException {
        keys = newKeys();
        X509v3CertificateBuilder own = unsigned(NAME, keys);
        own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        own.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        certificate = sign(own);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Whom to believe: this authority, which has revoked nobody. */
    public Trust trust() throws GeneralSecurityException {
        return Trust.of(certificate).revoking(revocations());
    }

    /** Whose certificates it has revoked: nobody's. */
    public X509CRL revocations() throws GeneralSecurityException {
        Instant now = Instant.now();
        JcaX509v2CRLBuilder nobody = new JcaX509v2CRLBuilder(
                certificate.getSubjectX500Principal(), Date.from(now.minus(Duration.ofHours(1))));
        nobody.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        try {
            return new JcaX509CRLConverter().getCRL(nobody.build(signer()));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
    }

    /** Makes a person's keys, and certifies that the address is theirs. */
    public Identity person(String name, String address) throws GeneralSecurityException, IOException {
        return person(name, address, newKeys(), KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
    }

    /** The same with a key for the time after quantum computers, which either signs or decrypts: ML-DSA-65, ML-KEM-768. */
    public Identity person(String name, String address, String kind) throws GeneralSecurityException, IOException {
        KeyPair theirs =
                KeyPairGenerator.getInstance(kind, new BouncyCastleProvider()).generateKeyPair();
        return person(
                name, address, theirs, kind.contains("KEM") ? KeyUsage.keyEncipherment : KeyUsage.digitalSignature);
    }

    private Identity person(String name, String address, KeyPair theirs, int usage)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder person = unsigned(new X500Name("CN=" + name), theirs);
        person.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        person.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        person.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
        return Identity.of(theirs.getPrivate(), sign(person), certificate);
    }

    /** A server's key and its certificate. */
    record ServerKey(PrivateKey key, X509Certificate certificate) {}

    ServerKey server(String host) throws GeneralSecurityException, IOException {
        KeyPair theirs = newKeys();
        X509v3CertificateBuilder server = unsigned(new X500Name("CN=" + host), theirs);
        server.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        server.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        return new ServerKey(theirs.getPrivate(), sign(server));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
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

    private X509Certificate sign(X509v3CertificateBuilder unsigned) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer()));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
