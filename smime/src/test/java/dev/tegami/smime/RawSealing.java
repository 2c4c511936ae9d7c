package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** Envelopes as another library makes them. */
final class RawSealing {
    private RawSealing() {}

    /** The content key in a capsule: RSA-KEM with KDF3, ML-KEM with HKDF, with keying material or without. */
    static byte[] capsule(X509Certificate certificate, byte[] material, byte[] content)
            throws GeneralSecurityException, IOException {
        boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
        JceKEMRecipientInfoGenerator recipient = new JceKEMRecipientInfoGenerator(certificate, CMSAlgorithm.AES256_WRAP)
                .setKDF(
                        rsa
                                ? new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_kdf_kdf3,
                                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256))
                                : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256))
                .setProvider(Crypto.BC);
        return sealed(
                material.length == 0 ? recipient : recipient.setUserKeyingMaterial(material),
                ContentCipher.AES_256_GCM,
                false,
                content);
    }

    /** A content key that is derived (RFC 9709). */
    static byte[] derived(X509Certificate certificate, ContentCipher cipher, byte[] content)
            throws GeneralSecurityException, IOException {
        return sealed(new JceKeyTransRecipientInfoGenerator(certificate).setProvider(Crypto.BC), cipher, true, content);
    }

    /** A content key that is agreed on. */
    static byte[] agreed(RecipientInfoGenerator recipient, ContentCipher cipher, byte[] content) throws IOException {
        return sealed(recipient, cipher, false, content);
    }

    private static byte[] sealed(
            RecipientInfoGenerator recipient, ContentCipher cipher, boolean derived, byte[] content)
            throws IOException {
        CMSProcessableByteArray inside = new CMSProcessableByteArray(content);
        JceCMSContentEncryptorBuilder encryptor = new JceCMSContentEncryptorBuilder(
                        new ASN1ObjectIdentifier(cipher.suite().oid()))
                .setEnableSha256HKdf(derived)
                .setProvider(Crypto.BC);
        try {
            if (cipher.suite().isAuthenticated()) {
                CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
                generator.addRecipientInfoGenerator(recipient);
                return generator
                        .generate(inside, (OutputAEADEncryptor) encryptor.build())
                        .getEncoded();
            }
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient);
            return generator.generate(inside, encryptor.build()).getEncoded();
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
