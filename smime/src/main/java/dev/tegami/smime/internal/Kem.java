package dev.tegami.smime.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** ML-KEM (FIPS 203): capsules with a secret that only the key's owner gets out again. */
public final class Kem {
    /** How long a key wrap's key is that is as strong (RFC 9936 section 3). */
    private static final Map<ASN1ObjectIdentifier, Integer> STRENGTH = Map.of(
            NISTObjectIdentifiers.id_alg_ml_kem_512, 16,
            NISTObjectIdentifiers.id_alg_ml_kem_768, 32,
            NISTObjectIdentifiers.id_alg_ml_kem_1024, 32);

    private Kem() {}

    static boolean isKey(SubjectPublicKeyInfo key) {
        return STRENGTH.containsKey(key.getAlgorithm().getAlgorithm());
    }

    static int strength(SubjectPublicKeyInfo key) {
        return STRENGTH.getOrDefault(key.getAlgorithm().getAlgorithm(), 32);
    }

    /** A new secret and the capsule for its owner. */
    static SecretWithEncapsulation encapsulate(SubjectPublicKeyInfo key) throws GeneralSecurityException {
        try {
            if (PublicKeyFactory.createKey(key) instanceof MLKEMPublicKeyParameters recipient) {
                return new MLKEMGenerator(Crypto.random()).generateEncapsulated(recipient);
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("no key for capsules", e);
        }
        throw new GeneralSecurityException("no key for capsules");
    }

    /** The secret in a capsule; of one that was changed another one (implicit rejection). */
    public static byte[] decapsulate(PrivateKey key, byte[] capsule) throws GeneralSecurityException {
        try {
            if (PrivateKeyFactory.createKey(key.getEncoded()) instanceof MLKEMPrivateKeyParameters own) {
                MLKEMExtractor extractor = new MLKEMExtractor(own);
                if (capsule.length == extractor.getEncapsulationLength()) {
                    return extractor.extractSecret(capsule);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("the key opens no capsules", e);
        }
        throw new GeneralSecurityException("the key opens no such capsule");
    }
}
