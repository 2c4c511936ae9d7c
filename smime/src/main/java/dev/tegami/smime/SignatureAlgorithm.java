package dev.tegami.smime;

import dev.tegami.smime.internal.SignatureScheme;

/** The ways to sign (RFC 8551 section 2.2). */
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
    ED25519(SignatureScheme.ED25519);

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
