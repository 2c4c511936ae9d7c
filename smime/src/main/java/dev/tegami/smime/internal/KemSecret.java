package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.jspecify.annotations.Nullable;

/** From the secret of a capsule to the key that wraps (RFC 9629 section 5): bound to how it is used. */
final class KemSecret {
    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> HKDF = Map.of(
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha256, DigestAlgorithm.SHA256,
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha384, DigestAlgorithm.SHA384,
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha512, DigestAlgorithm.SHA512);

    private KemSecret() {}

    static byte[] derive(AlgorithmIdentifier function, AlgorithmIdentifier wrap, byte @Nullable [] ukm, byte[] secret)
            throws GeneralSecurityException {
        int length = KeyWrap.length(wrap);
        CMSORIforKEMOtherInfo use =
                ukm == null ? new CMSORIforKEMOtherInfo(wrap, length) : new CMSORIforKEMOtherInfo(wrap, length, ukm);
        byte[] key = new byte[length];
        DerivationFunction derivation = started(function, secret, Der.of(use));
        derivation.generateBytes(key, 0, length);
        return key;
    }

    private static DerivationFunction started(AlgorithmIdentifier function, byte[] secret, byte[] use)
            throws GeneralSecurityException {
        DigestAlgorithm hkdf = HKDF.get(function.getAlgorithm());
        if (hkdf != null) {
            DerivationFunction derivation = new HKDFBytesGenerator(digest(hkdf));
            derivation.init(new HKDFParameters(secret, null, use));
            return derivation;
        }
        if (function.getAlgorithm().equals(X9ObjectIdentifiers.id_kdf_kdf3)) {
            AlgorithmIdentifier hash = AlgorithmIdentifier.getInstance(function.getParameters());
            DigestAlgorithm known = DigestAlgorithm.of(hash)
                    .orElseThrow(() -> new GeneralSecurityException("unknown digest " + hash.getAlgorithm()));
            DerivationFunction derivation = new ConcatenationKDFGenerator(digest(known));
            derivation.init(new KDFParameters(secret, use));
            return derivation;
        }
        throw new GeneralSecurityException("unknown key derivation " + function.getAlgorithm());
    }

    private static Digest digest(DigestAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case SHA256 -> new SHA256Digest();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
            default -> throw new GeneralSecurityException("no digest to derive keys with: " + algorithm.jca());
        };
    }
}
