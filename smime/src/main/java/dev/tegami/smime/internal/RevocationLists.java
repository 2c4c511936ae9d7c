package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.jcajce.PKIXExtendedParameters;

/** Revocation lists (RFC 5280 section 6.3), with the deltas known for them, by Bouncy Castle's PKIX. */
public final class RevocationLists {
    private final Collection<X509CRL> lists;
    private final Collection<X509Certificate> certificates;

    /** The certificates are those that may have signed a list. */
    public RevocationLists(Collection<X509CRL> lists, Collection<X509Certificate> certificates) {
        this.lists = lists;
        this.certificates = certificates;
    }

    /** What they say of a path as a whole: good only if all of it is, and unknown as soon as something is. */
    public RevocationStatus of(List<X509Certificate> path, Instant at) {
        return validate(path, path.subList(0, path.size() - 1), Set.of(anchor(path, path.size() - 1)), at);
    }

    /** What they say of one certificate of a path, whose issuer comes after it. */
    public RevocationStatus of(List<X509Certificate> path, int index, Instant at) {
        Set<TrustAnchor> anchors = new HashSet<>();
        anchors.add(anchor(path, index + 1));
        anchors.add(anchor(path, path.size() - 1));
        return validate(path, List.of(path.get(index)), anchors, at);
    }

    private static TrustAnchor anchor(List<X509Certificate> path, int index) {
        return new TrustAnchor(path.get(index), null);
    }

    private RevocationStatus validate(
            List<X509Certificate> path, List<X509Certificate> asked, Set<TrustAnchor> anchors, Instant at) {
        if (lists.isEmpty() || asked.isEmpty()) {
            return RevocationStatus.UNKNOWN;
        }
        try {
            CertPath checked =
                    CertificateFactory.getInstance("X.509", Crypto.BC).generateCertPath(asked);
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(true);
            parameters.setDate(Date.from(at));
            List<X509Certificate> known = new ArrayList<>(path);
            known.addAll(certificates);
            parameters.addCertStore(BoundedSearch.over(known, lists, Paths.QUESTIONS));
            // a delta is followed wherever one is known for its base
            PKIXExtendedParameters deltas = new PKIXExtendedParameters.Builder(parameters)
                    .setUseDeltasEnabled(true)
                    .build();
            CertPathValidator.getInstance("PKIX", Crypto.BC).validate(checked, deltas);
            return RevocationStatus.GOOD;
        } catch (GeneralSecurityException | RuntimeException e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            return message.contains("revocation after") ? RevocationStatus.REVOKED : RevocationStatus.UNKNOWN;
        }
    }
}
