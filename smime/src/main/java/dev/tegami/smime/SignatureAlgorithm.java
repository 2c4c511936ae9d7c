package dev.tegami.smime;

import dev.tegami.smime.internal.SignatureScheme;

/**
 * The ways to sign (RFC 8551 section 2.2). Of these, keys for Ed25519, Ed448, ML-DSA and SLH-DSA have one each. Readers of
 * today that do not know ML-DSA are served by a second signer beside it: {@code Smime.sign(classic, postQuantum)}.
 */
public enum SignatureAlgorithm {
    /** RSA PKCS#1 v1.5 with SHA-256. */
    RSA_SHA256(SignatureScheme.RSA_SHA256),
    /** RSA PKCS#1 v1.5 with SHA-384. */
    RSA_SHA384(SignatureScheme.RSA_SHA384),
    /** RSA PKCS#1 v1.5 with SHA-512. */
    RSA_SHA512(SignatureScheme.RSA_SHA512),
    /** RSASSA-PSS with SHA-256. */
    RSA_PSS_SHA256(SignatureScheme.RSA_PSS_SHA256),
    /** RSASSA-PSS with SHA-384. */
    RSA_PSS_SHA384(SignatureScheme.RSA_PSS_SHA384),
    /** RSASSA-PSS with SHA-512. */
    RSA_PSS_SHA512(SignatureScheme.RSA_PSS_SHA512),
    /** ECDSA with SHA-256. */
    ECDSA_SHA256(SignatureScheme.ECDSA_SHA256),
    /** ECDSA with SHA-384. */
    ECDSA_SHA384(SignatureScheme.ECDSA_SHA384),
    /** ECDSA with SHA-512. */
    ECDSA_SHA512(SignatureScheme.ECDSA_SHA512),
    /** Ed25519 (RFC 8419); SHA-512 hashes the content. */
    ED25519(SignatureScheme.ED25519),
    /** Ed448 (RFC 8419); SHAKE256 hashes the content. Few readers know it. */
    ED448(SignatureScheme.ED448),
    /** ML-DSA-44 (RFC 9882), for the time after quantum computers. */
    ML_DSA_44(SignatureScheme.ML_DSA_44),
    /** ML-DSA-65 (RFC 9882), for the time after quantum computers. */
    ML_DSA_65(SignatureScheme.ML_DSA_65),
    /** ML-DSA-87 (RFC 9882), for the time after quantum computers. */
    ML_DSA_87(SignatureScheme.ML_DSA_87),
    /** SLH-DSA-SHA2-128S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHA2_128S(SignatureScheme.SLH_DSA_SHA2_128S),
    /** SLH-DSA-SHA2-128F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHA2_128F(SignatureScheme.SLH_DSA_SHA2_128F),
    /** SLH-DSA-SHA2-192S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHA2_192S(SignatureScheme.SLH_DSA_SHA2_192S),
    /** SLH-DSA-SHA2-192F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHA2_192F(SignatureScheme.SLH_DSA_SHA2_192F),
    /** SLH-DSA-SHA2-256S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHA2_256S(SignatureScheme.SLH_DSA_SHA2_256S),
    /** SLH-DSA-SHA2-256F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHA2_256F(SignatureScheme.SLH_DSA_SHA2_256F),
    /** SLH-DSA-SHAKE-128S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHAKE_128S(SignatureScheme.SLH_DSA_SHAKE_128S),
    /** SLH-DSA-SHAKE-128F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHAKE_128F(SignatureScheme.SLH_DSA_SHAKE_128F),
    /** SLH-DSA-SHAKE-192S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHAKE_192S(SignatureScheme.SLH_DSA_SHAKE_192S),
    /** SLH-DSA-SHAKE-192F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHAKE_192F(SignatureScheme.SLH_DSA_SHAKE_192F),
    /** SLH-DSA-SHAKE-256S (RFC 9814): short signatures, slow to make. */
    SLH_DSA_SHAKE_256S(SignatureScheme.SLH_DSA_SHAKE_256S),
    /** SLH-DSA-SHAKE-256F (RFC 9814): fast to make, long signatures. */
    SLH_DSA_SHAKE_256F(SignatureScheme.SLH_DSA_SHAKE_256F);

    private final SignatureScheme scheme;

    SignatureAlgorithm(SignatureScheme scheme) {
        this.scheme = scheme;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    static SignatureAlgorithm of(SignatureScheme scheme) {
        return valueOf(scheme.name());
    }
}
