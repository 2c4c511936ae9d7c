package dev.tegami.smime.internal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Content keys that are derived for one cipher by HKDF (RFC 9709): whoever claims another cipher for the same ciphertext
 * decrypts with another key.
 */
final class DerivedKey {
    private static final byte[] SALT = "The Cryptographic Message Syntax".getBytes(StandardCharsets.US_ASCII);

    private DerivedKey() {}

    static boolean isUsed(AlgorithmIdentifier stated) {
        return stated.getAlgorithm().equals(CMSObjectIdentifiers.id_alg_cek_hkdf_sha256);
    }

    /** Says that the key of a cipher is derived. */
    static AlgorithmIdentifier stating(AlgorithmIdentifier cipher) {
        return new AlgorithmIdentifier(CMSObjectIdentifiers.id_alg_cek_hkdf_sha256, cipher);
    }

    /** The key for a cipher, as long as what it is derived from. */
    static byte[] of(byte[] key, AlgorithmIdentifier cipher) {
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(key, SALT, Der.of(cipher)));
        byte[] derived = new byte[key.length];
        derivation.generateBytes(derived, 0, derived.length);
        return derived;
    }
}
