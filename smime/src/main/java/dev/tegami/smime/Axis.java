package dev.tegami.smime;

/** The questions that a verdict answers, each on its own. */
public enum Axis {
    /** Is it what was signed? */
    INTEGRITY,
    /** Does the signer's certificate lead to a trusted authority? */
    TRUST,
    /** May the certificate sign mail? */
    USAGE,
    /** Is the signer the author in From? */
    IDENTITY,
    /** Is no certificate of the path revoked? */
    REVOCATION,
    /** Is the certificate valid at the time that counts? */
    TIME,
    /** Are the algorithms strong enough? */
    ALGORITHMS
}
