package dev.tegami.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one signer.
 *
 * @param certificate the certificate whose key made the signature; empty if none did
 * @param path the path from it to the anchor; empty if there is none
 * @param claimedTime when the signer says the signature was made
 * @param judgedAt the time for which the certificate was judged
 * @param algorithm the digest and the kind of key, such as {@code SHA-256 with RSA 3072}
 * @param claims what the signer says of himself and asks for; nothing unless the signature fits
 * @param timestamp when the signature existed, by an authority that is trusted for it; empty if none tells
 * @param reasons all that was found
 */
public record SignerReport(
        Optional<X509Certificate> certificate,
        List<X509Certificate> path,
        Optional<Instant> claimedTime,
        Instant judgedAt,
        String algorithm,
        SignedClaims claims,
        Optional<Timestamp> timestamp,
        List<Reason> reasons) {
    /**
     * Takes copies of the collections.
     *
     * @param certificate the certificate whose key made the signature; empty if none did
     * @param path the path from it to the anchor; empty if there is none
     * @param claimedTime when the signer says the signature was made
     * @param judgedAt the time for which the certificate was judged
     * @param algorithm the digest and the kind of key, such as {@code SHA-256 with RSA 3072}
     * @param claims what the signer says of himself and asks for; nothing unless the signature fits
     * @param timestamp when the signature existed, by an authority that is trusted for it; empty if none tells
     * @param reasons all that was found
     */
    public SignerReport {
        path = List.copyOf(path);
        reasons = List.copyOf(reasons);
    }

    /**
     * Gives the answer on one axis. What was not looked at is not good: without a certificate only integrity is known,
     * without a path nothing of revocation.
     *
     * @param axis the question
     * @return the answer
     */
    public Mark mark(Axis axis) {
        boolean asked =
                axis == Axis.INTEGRITY || (certificate.isPresent() && (axis != Axis.REVOCATION || !path.isEmpty()));
        Mark said = Mark.of(axis, reasons);
        return said == Mark.GOOD && !asked ? Mark.UNKNOWN : said;
    }
}
