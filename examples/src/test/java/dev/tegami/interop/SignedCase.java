package dev.tegami.interop;

import dev.tegami.smime.SignatureAlgorithm;

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
    TWO_SIGNERS("RSA and ECDSA P-256, two signers", "RSA", SignatureAlgorithm.RSA_SHA256, "SHA256withRSA");

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

    /** The digest's name, such as sha256; Ed25519 has its own. */
    String digest() {
        int at = title.indexOf("SHA-");
        return at < 0 ? "sha512" : "sha" + title.substring(at + 4);
    }

    boolean isPss() {
        return name().startsWith("PSS");
    }
}
