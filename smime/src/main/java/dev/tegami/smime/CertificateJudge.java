package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.Paths;
import dev.tegami.smime.internal.RevocationStatus;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Judges a signer's certificate: its path, its time, its use, and the algorithms of both. */
final class CertificateJudge {
    static final List<String> MAIL = List.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

    private final X509Certificate certificate;
    private final Policy policy;
    private final List<Reason> reasons;

    CertificateJudge(X509Certificate certificate, Policy policy, List<Reason> reasons) {
        this.certificate = certificate;
        this.policy = policy;
        this.reasons = reasons;
    }

    private void add(Reason.Code code, String detail) {
        reasons.add(new Reason(code, detail));
    }

    /** The path to an anchor; empty, with a reason, if there is none. */
    List<X509Certificate> path(
            Trust trust, List<X509Certificate> known, RevocationEvidence evidence, Instant judged, Instant claimed) {
        Instant at = judged;
        if (!isValid(judged)) {
            add(
                    Reason.Code.NOT_VALID_NOW,
                    "valid until " + certificate.getNotAfter().toInstant() + ", judged for " + judged);
            // trust is a question of its own: asked for a time at which it could be answered
            at = isValid(claimed) ? claimed : certificate.getNotAfter().toInstant();
        }
        try {
            Paths paths = new Paths(trust.anchors(), known);
            List<X509Certificate> path = paths.build(certificate, at);
            X509Certificate anchor = path.get(path.size() - 1);
            path.stream().filter(each -> !each.equals(anchor)).forEach(each -> signature(each, judged));
            path.forEach(each -> key(each, judged));
            path.subList(1, path.size()).stream()
                    .filter(each -> !each.equals(anchor))
                    .forEach(each -> purpose(each, "an authority's"));
            revocation(new RevocationJudge(trust, policy, evidence, known).of(path, at));
            return path;
        } catch (GeneralSecurityException e) {
            add(Reason.Code.NO_PATH, "no path to a trusted authority");
            signature(certificate, judged);
            key(certificate, judged);
            return List.of();
        }
    }

    private boolean isValid(Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private void revocation(RevocationStatus known) {
        switch (known) {
            case REVOKED -> add(Reason.Code.REVOKED, "a certificate of the path is revoked");
            case UNKNOWN ->
                add(
                        Reason.Code.REVOCATION_UNKNOWN,
                        "nothing tells; give lists or OCSP responses to Trust.revoking, a source to Trust.asking,"
                                + " or let Policy.revocation say WHEN_KNOWN");
            case GOOD -> {}
        }
    }

    /** The anchor's own signature says nothing, and is not asked for. */
    private void signature(X509Certificate each, Instant judged) {
        AlgorithmIdentifier signature = Certificates.structure(each).getSignatureAlgorithm();
        if (!Strengths.isEnough(signature, policy, judged)) {
            add(Reason.Code.WEAK_ALGORITHM, "a certificate is signed with " + each.getSigAlgName());
        }
    }

    private void key(X509Certificate each, Instant judged) {
        try {
            if (!Strengths.isEnough(Certificates.key(each), policy, judged)) {
                add(Reason.Code.WEAK_ALGORITHM, "a key of " + Strengths.name(Certificates.key(each)));
            }
        } catch (GeneralSecurityException e) {
            add(Reason.Code.UNKNOWN_ALGORITHM, "a key that cannot be read");
        }
    }

    /** Whether it may sign mail (RFC 8550 section 4.4). */
    void usage() {
        boolean[] bits = certificate.getKeyUsage();
        if (bits != null && !bits[0] && !bits[1]) {
            add(Reason.Code.WRONG_USAGE, "its key usage is not for signatures");
        }
        purpose(certificate, "its");
        if (certificate.getBasicConstraints() >= 0) {
            add(Reason.Code.SIGNED_BY_AUTHORITY, "the certificate is an authority's");
        }
    }

    /** An authority that is for something else, such as servers, makes no certificates for mail. */
    private void purpose(X509Certificate each, String whose) {
        try {
            List<String> extended = each.getExtendedKeyUsage();
            if (extended != null && MAIL.stream().noneMatch(extended::contains)) {
                add(Reason.Code.WRONG_USAGE, whose + " extended key usage is not for mail");
            }
        } catch (CertificateParsingException e) {
            add(Reason.Code.WRONG_USAGE, whose + " extended key usage cannot be read");
        }
    }
}
