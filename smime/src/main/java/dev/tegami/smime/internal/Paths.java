package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Certificate paths (RFC 5280) by Bouncy Castle's PKIX; nothing is fetched from anywhere. */
public final class Paths {
    /** Questions to the known certificates and lists per search; all of PKITS needs fewer than thirty. */
    static final int QUESTIONS = 200;

    private final Set<TrustAnchor> anchors = new HashSet<>();
    private final Collection<X509Certificate> certificates;

    public Paths(Collection<X509Certificate> anchors, Collection<X509Certificate> certificates) {
        anchors.forEach(each -> this.anchors.add(new TrustAnchor(Certificates.ours(each), null)));
        this.certificates = certificates;
    }

    /** Builds a path at a time, the leaf first and the anchor last. */
    public List<X509Certificate> build(X509Certificate leaf, Instant at) throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new GeneralSecurityException("there is no anchor");
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(leaf);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.setMaxPathLength(10);
        List<X509Certificate> known = new ArrayList<>(certificates);
        known.add(leaf);
        parameters.addCertStore(BoundedSearch.over(known, List.of(), QUESTIONS));
        try {
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX", Crypto.BC).build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(each -> path.add((X509Certificate) each));
            path.add(result.getTrustAnchor().getTrustedCert());
            MailConstraints.check(path);
            uses(path);
            return path;
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("the path cannot be built", e);
        }
    }

    private static void uses(List<X509Certificate> path) throws GeneralSecurityException {
        for (int i = 0; i + 1 < path.size(); i++) {
            AlgorithmIdentifier key = Certificates.structure(path.get(i + 1))
                    .getSubjectPublicKeyInfo()
                    .getAlgorithm();
            if (!RsaUse.allows(key, Certificates.structure(path.get(i)).getSignatureAlgorithm())) {
                throw new GeneralSecurityException("an issuer's key was used for what it is not for");
            }
        }
    }
}
