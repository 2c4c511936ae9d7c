package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JceGenericKey;

/** One recipient: a certificate and the way the content key travels to its key. */
public record RecipientSpec(X509Certificate certificate, Transport transport) implements Recipient {
    /** How an RSA key gets the content key; all other kinds of keys have one way only. */
    public enum Transport {
        OAEP_SHA256,
        OAEP_SHA1,
        PKCS1,
        KEM
    }

    /** Whether there is a way to encrypt to its key, and the certificate allows it. */
    public boolean isUsable() {
        boolean[] usage = certificate.getKeyUsage();
        return switch (kind(Certificates.ours(certificate))) {
            case "RSA", CAPSULE -> usage == null || usage[2];
            case "EC", "ECDH", "X25519", "X448" -> usage == null || usage[4];
            default -> false;
        };
    }

    private static String kind(X509Certificate ours) {
        boolean capsule = Kem.isKey(Certificates.fields(ours).getSubjectPublicKeyInfo());
        return capsule ? CAPSULE : ours.getPublicKey().getAlgorithm();
    }

    @Override
    public RecipientInfo wrap(byte[] key, CipherSuite suite) throws GeneralSecurityException {
        X509Certificate ours = Certificates.ours(certificate);
        PublicKey recipient = ours.getPublicKey();
        String kind = kind(ours);
        if (kind.equals(CAPSULE) || (kind.equals("RSA") && transport == Transport.KEM)) {
            return KemRecipient.wrap(ours, key);
        }
        try {
            RecipientInfoGenerator generator =
                    switch (kind) {
                        case "RSA" -> transport(ours);
                        case "EC", "ECDH" -> agreement(ours, suite, ephemeral((ECPublicKey) recipient), X963);
                        case "X25519" ->
                            agreement(ours, suite, generator("X25519").generateKeyPair(), HKDF);
                        case "X448" -> agreement(ours, suite, generator("X448").generateKeyPair(), HKDF_512);
                        default -> throw new GeneralSecurityException("no way to encrypt to a key of kind " + kind);
                    };
            AlgorithmIdentifier cipher = suite.identifier(new byte[suite.nonceLength()]);
            return generator.generate(new JceGenericKey(cipher, new SecretKeySpec(key, suite.keyAlgorithm())));
        } catch (CMSException | RuntimeException e) {
            throw new GeneralSecurityException("the content key cannot be encrypted to a recipient", e);
        }
    }

    private static final ASN1ObjectIdentifier X963 = SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme;
    private static final String CAPSULE = "ML-KEM";
    private static final ASN1ObjectIdentifier HKDF_512 = PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme;
    private static final ASN1ObjectIdentifier HKDF = PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme;

    private RecipientInfoGenerator transport(X509Certificate ours) throws GeneralSecurityException {
        try {
            if (transport == Transport.PKCS1) {
                return new JceKeyTransRecipientInfoGenerator(ours).setProvider(Crypto.BC);
            }
            String hash = transport == Transport.OAEP_SHA1 ? "SHA-1" : "SHA-256";
            AlgorithmParameterSpec spec =
                    new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
            AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                    .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, spec);
            return new JceKeyTransRecipientInfoGenerator(ours, oaep).setProvider(Crypto.BC);
        } catch (CertificateEncodingException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPairGenerator generator(String kind) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(kind, Crypto.BC);
    }

    private static KeyPair ephemeral(ECPublicKey recipient) throws GeneralSecurityException {
        KeyPairGenerator generator = generator("EC");
        generator.initialize(recipient.getParams(), Crypto.random());
        return generator.generateKeyPair();
    }

    private static RecipientInfoGenerator agreement(
            X509Certificate ours, CipherSuite suite, KeyPair ephemeral, ASN1ObjectIdentifier scheme)
            throws GeneralSecurityException {
        ASN1ObjectIdentifier wrap =
                suite.keyLength() > 16 ? NISTObjectIdentifiers.id_aes256_wrap : NISTObjectIdentifiers.id_aes128_wrap;
        JceKeyAgreeRecipientInfoGenerator generator =
                new JceKeyAgreeRecipientInfoGenerator(scheme, ephemeral.getPrivate(), ephemeral.getPublic(), wrap);
        try {
            return generator.addRecipient(ours).setProvider(Crypto.BC);
        } catch (CertificateEncodingException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
