package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.jspecify.annotations.Nullable;

/** From an agreed secret to the content key (RFC 5753, RFC 8418). */
final class SecretAgreement {
    private static final Map<ASN1ObjectIdentifier, Digest> X963 = Map.of(
            X9ObjectIdentifiers.dhSinglePass_stdDH_sha1kdf_scheme, new SHA1Digest(),
            X9ObjectIdentifiers.dhSinglePass_cofactorDH_sha1kdf_scheme, new SHA1Digest(),
            SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme, new SHA256Digest(),
            SECObjectIdentifiers.dhSinglePass_cofactorDH_sha256kdf_scheme, new SHA256Digest(),
            SECObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme, new SHA384Digest(),
            SECObjectIdentifiers.dhSinglePass_cofactorDH_sha384kdf_scheme, new SHA384Digest(),
            SECObjectIdentifiers.dhSinglePass_stdDH_sha512kdf_scheme, new SHA512Digest(),
            SECObjectIdentifiers.dhSinglePass_cofactorDH_sha512kdf_scheme, new SHA512Digest());
    private static final Map<ASN1ObjectIdentifier, Digest> HKDF = Map.of(
            PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme, new SHA256Digest(),
            PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha384_scheme, new SHA384Digest(),
            PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme, new SHA512Digest());

    private SecretAgreement() {}

    static byte[] unwrap(AlgorithmIdentifier scheme, byte @Nullable [] ukm, byte[] secret, byte[] wrapped)
            throws GeneralSecurityException {
        AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(scheme.getParameters());
        int length = KeyWrap.length(wrap);
        return KeyWrap.unwrap(derive(scheme.getAlgorithm(), shared(wrap, ukm, length), ukm, secret, length), wrapped);
    }

    private static byte[] shared(AlgorithmIdentifier wrap, byte @Nullable [] ukm, int length) {
        int bits = length * 8;
        byte[] size = {0, 0, (byte) (bits >>> 8), (byte) bits};
        return Der.of(ukm == null ? new ECCCMSSharedInfo(wrap, size) : new ECCCMSSharedInfo(wrap, ukm, size));
    }

    /** Keying material of the sender's is in the info, and with HKDF also the salt (RFC 8418 section 2.2). */
    private static byte[] derive(
            ASN1ObjectIdentifier scheme, byte[] info, byte @Nullable [] salt, byte[] secret, int length)
            throws GeneralSecurityException {
        byte[] key = new byte[length];
        Digest x963 = X963.get(scheme);
        Digest hkdf = HKDF.get(scheme);
        if (x963 != null) {
            DerivationFunction function = new KDF2BytesGenerator(fresh(x963));
            function.init(new KDFParameters(secret, info));
            function.generateBytes(key, 0, length);
        } else if (hkdf != null) {
            DerivationFunction function = new HKDFBytesGenerator(fresh(hkdf));
            function.init(new HKDFParameters(secret, salt, info));
            function.generateBytes(key, 0, length);
        } else {
            throw new GeneralSecurityException("unknown key agreement " + scheme);
        }
        return key;
    }

    /** The maps hold samples; a digest has state and serves one thread. */
    private static Digest fresh(Digest sample) {
        return switch (sample.getAlgorithmName()) {
            case "SHA-1" -> new SHA1Digest();
            case "SHA-384" -> new SHA384Digest();
            case "SHA-512" -> new SHA512Digest();
            default -> new SHA256Digest();
        };
    }
}
