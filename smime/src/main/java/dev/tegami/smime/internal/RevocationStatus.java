package dev.tegami.smime.internal;

import java.util.List;

/** What is known of a revocation. */
public enum RevocationStatus {
    GOOD,
    REVOKED,
    UNKNOWN;

    /** Of one certificate, by several witnesses: one who knows it revoked outweighs all, one who knows is enough. */
    public static RevocationStatus ofOne(List<RevocationStatus> witnesses) {
        if (witnesses.contains(REVOKED)) {
            return REVOKED;
        }
        return witnesses.contains(GOOD) ? GOOD : UNKNOWN;
    }

    /** Of a path: good only if all of it is. */
    public static RevocationStatus ofAll(List<RevocationStatus> certificates) {
        if (certificates.contains(REVOKED)) {
            return REVOKED;
        }
        return certificates.isEmpty() || certificates.contains(UNKNOWN) ? UNKNOWN : GOOD;
    }
}
