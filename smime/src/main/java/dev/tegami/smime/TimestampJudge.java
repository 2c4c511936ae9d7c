package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.Paths;
import dev.tegami.smime.internal.RevocationStatus;
import dev.tegami.smime.internal.TimestampToken;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a timestamp is the word of an authority that may give it (RFC 3161 section 2.3). */
record TimestampJudge(Trust trust, Policy policy) {
    private static final String STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String USES = "2.5.29.37";

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /**
     * Judges a token that fits what it is about.
     *
     * @return what it says; empty if it is not to be believed
     */
    Optional<Timestamp> of(TimestampToken token) {
        Instant now = policy.clock().instant();
        if (token.time().isAfter(now.plus(SKEW))
                || !isForStamps(token.authority())
                || !Strengths.isEnough(token.signedBy(), policy, now)
                || token.digest()
                        .filter(each -> Strengths.isEnough(each, policy, now))
                        .isEmpty()) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> known = new ArrayList<>(token.known());
            known.addAll(trust.certificates());
            List<X509Certificate> path = new Paths(trust.authorities(), known).build(token.authority(), token.time());
            // a key that is known to be stolen by now may have made tokens for any time
            boolean current = !now.isAfter(token.authority().getNotAfter().toInstant());
            return isStrong(path, now) && isNotRevoked(path, known, current ? now : token.time())
                    ? Optional.of(new Timestamp(
                            token.time(),
                            token.authority(),
                            token.info().getPolicy().getId()))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** For nothing else, and it says so in a way that nobody may pass over. */
    private static boolean isForStamps(X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            return List.of(STAMPING).equals(certificate.getExtendedKeyUsage())
                    && certificate.getCriticalExtensionOIDs().contains(USES)
                    && (usage == null || usage[0] || usage[1])
                    && certificate.getBasicConstraints() < 0;
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private boolean isStrong(List<X509Certificate> path, Instant now) throws GeneralSecurityException {
        for (X509Certificate each : path) {
            boolean last = each.equals(path.get(path.size() - 1));
            if (!Strengths.isEnough(Certificates.key(each), policy, now)
                    || (!last
                            && !Strengths.isEnough(
                                    Certificates.structure(each).getSignatureAlgorithm(), policy, now))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNotRevoked(List<X509Certificate> path, List<X509Certificate> known, Instant at) {
        RevocationEvidence evidence = new RevocationEvidence(trust.revocations(), trust.responses());
        RevocationStatus status = new RevocationJudge(trust, policy, evidence, known).of(path, at);
        return status == RevocationStatus.GOOD
                || (status == RevocationStatus.UNKNOWN && policy.revocation() == Policy.Revocation.WHEN_KNOWN);
    }
}
