package dev.tegami.interop;

import dev.tegami.smime.SignatureAlgorithm;
import java.util.Optional;

/** The ways to sign that are tried. */
enum SignedCase {
    RSA_SHA256("RSA PKCS #1, SHA-256", "RSA", SignatureAlgorithm.RSA_SHA256, "SHA256withRSA"),
    RSA_SHA384("RSA PKCS #1, SHA-384", "RSA", SignatureAlgorithm.RSA_SHA384, "SHA384withRSA"),
    RSA_SHA512("RSA PKCS #1, SHA-512", "RSA", SignatureAlgorithm.RSA_SHA512, "SHA512withRSA"),
    PSS_SHA256("RSA-PSS, SHA-256", "RSA", SignatureAlgorithm.RSA_PSS_SHA256, "SHA256withRSAandMGF1"),
    PSS_SHA384("RSA-PSS, SHA-384", "RSA", SignatureAlgorithm.RSA_PSS_SHA384, "SHA384withRSAandMGF1"),
    PSS_SHA512("RSA-PSS, SHA-512", "RSA", SignatureAlgorithm.RSA_PSS_SHA512, "SHA512withRSAandMGF1"),
    P256("ECDSA P-256, SHA-256", "P-256", SignatureAlgorithm.ECDSA_SHA256, "SHA256withECDSA"),
    P384("ECDSA P-384, SHA-384", "P-384", SignatureAlgorithm.ECDSA_SHA384, "SHA384withECDSA"),
    P521("ECDSA P-521, SHA-512", "P-521", SignatureAlgorithm.ECDSA_SHA512, "SHA512withECDSA"),
    BRAINPOOL("ECDSA brainpoolP256r1, SHA-256", "brainpoolP256r1", SignatureAlgorithm.ECDSA_SHA256, "SHA256withECDSA"),
    ED25519("Ed25519", "Ed25519", SignatureAlgorithm.ED25519, "Ed25519"),
    ED448("Ed448", "Ed448", SignatureAlgorithm.ED448, "Ed448"),
    ML_DSA_44("ML-DSA-44", "ML-DSA-44", SignatureAlgorithm.ML_DSA_44, "ML-DSA-44"),
    ML_DSA_65("ML-DSA-65", "ML-DSA-65", SignatureAlgorithm.ML_DSA_65, "ML-DSA-65"),
    ML_DSA_87("ML-DSA-87", "ML-DSA-87", SignatureAlgorithm.ML_DSA_87, "ML-DSA-87"),
    SLH_DSA_128F("SLH-DSA-SHA2-128F", "SLH-DSA-SHA2-128F", SignatureAlgorithm.SLH_DSA_SHA2_128F, "SLH-DSA-SHA2-128F"),
    SLH_DSA_192F("SLH-DSA-SHA2-192F", "SLH-DSA-SHA2-192F", SignatureAlgorithm.SLH_DSA_SHA2_192F, "SLH-DSA-SHA2-192F"),
    TWO_SIGNERS("RSA and ECDSA P-256, two signers", "RSA", SignatureAlgorithm.RSA_SHA256, "P-256"),
    LATE_SIGNER("ECDSA P-256 and ML-DSA-65, two signers", "P-256", SignatureAlgorithm.ECDSA_SHA256, "ML-DSA-65");

    /** How the content travels. */
    enum Form {
        DETACHED,
        OPAQUE
    }

    final String title;
    final String kind;
    final SignatureAlgorithm algorithm;
    final String jca;

    SignedCase(String title, String kind, SignatureAlgorithm algorithm, String jca) {
        this.title = title;
        this.kind = kind;
        this.algorithm = algorithm;
        this.jca = jca;
    }

    /** The kind of the second signer's key; no program is asked to make these. */
    Optional<String> second() {
        return title.endsWith("two signers") ? Optional.of(jca) : Optional.empty();
    }

    /** The digest's name, such as sha256; keys that hash by themselves have one that suits them. */
    String digest() {
        int at = title.indexOf("SHA-");
        return at >= 0 ? "sha" + title.substring(at + 4) : this == ED448 ? "shake256" : "sha512";
    }

    boolean isPss() {
        return name().startsWith("PSS");
    }
}
