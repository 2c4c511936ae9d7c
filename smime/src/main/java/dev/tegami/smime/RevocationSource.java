package dev.tegami.smime;

import java.security.cert.X509Certificate;

/**
 * Where to look when the evidence at hand does not tell whether a certificate is revoked: a cache, a directory, the
 * network. It is asked only about certificates of a path that was built to a trusted anchor, for a signature that fits;
 * never about what a message merely brings along. Called on the thread that opens the message; keep it bounded in time.
 *
 * <pre>{@code
 * Trust trust = Trust.pem(Path.of("ca.pem"))
 *         .asking((certificate, issuer) -> new RevocationEvidence(cache.listsOf(issuer), List.of()));
 * }</pre>
 */
@FunctionalInterface
public interface RevocationSource {
    /**
     * Looks for evidence.
     *
     * @param certificate a certificate of a valid path
     * @param issuer the certificate after it on the path
     * @return what was found, not yet checked; {@link RevocationEvidence#none} if nothing was
     */
    RevocationEvidence about(X509Certificate certificate, X509Certificate issuer);

    /**
     * Asks nobody: the default.
     *
     * @return a source that never finds anything
     */
    static RevocationSource offline() {
        return (certificate, issuer) -> RevocationEvidence.none();
    }
}
