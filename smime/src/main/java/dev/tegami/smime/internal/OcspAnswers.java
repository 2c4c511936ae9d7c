package dev.tegami.smime.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Answers of OCSP responders (RFC 6960 section 3.2). Whatever is wrong with one, it then says nothing. */
public final class OcspAnswers {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** How old an answer may be that does not say how long it holds. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final int MOST = 64;

    private final Collection<byte[]> answers;
    private final Predicate<AlgorithmIdentifier> strong;
    private final Collection<X509CRL> lists;

    /** The lists tell of responders whose certificates do not excuse them from being asked about. */
    public OcspAnswers(Collection<byte[]> answers, Predicate<AlgorithmIdentifier> strong, Collection<X509CRL> lists) {
        this.answers = answers;
        this.strong = strong;
        this.lists = lists;
    }

    public RevocationStatus of(X509Certificate certificate, X509Certificate issuer, Instant at) {
        List<RevocationStatus> witnesses = answers.stream()
                .limit(MOST)
                .map(each -> of(each, certificate, issuer, at))
                .toList();
        return RevocationStatus.ofOne(witnesses);
    }

    private RevocationStatus of(byte[] answer, X509Certificate certificate, X509Certificate issuer, Instant at) {
        try {
            BasicOCSPResp basic = basic(answer);
            if (basic == null || !isByTheRight(basic, issuer, at)) {
                return RevocationStatus.UNKNOWN;
            }
            for (SingleResp single : basic.getResponses()) {
                if (OcspCertificate.is(single.getCertID(), certificate, issuer) && isFresh(single, at)) {
                    return status(single.getCertStatus(), at);
                }
            }
            return RevocationStatus.UNKNOWN;
        } catch (GeneralSecurityException
                | OCSPException
                | OperatorCreationException
                | IOException
                | RuntimeException e) {
            return RevocationStatus.UNKNOWN;
        }
    }

    private static @Nullable BasicOCSPResp basic(byte[] answer) throws IOException, OCSPException {
        OCSPResp response = new OCSPResp(answer);
        return response.getStatus() == OCSPResp.SUCCESSFUL
                        && response.getResponseObject() instanceof BasicOCSPResp basic
                ? basic
                : null;
    }

    /** Good until revoked: {@code null} is Bouncy Castle's word for good. */
    private static RevocationStatus status(@Nullable CertificateStatus status, Instant at) {
        if (status == CertificateStatus.GOOD) {
            return RevocationStatus.GOOD;
        }
        if (status instanceof RevokedStatus revoked) {
            int reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : 0;
            // a key that was lost may have been lost before anybody noticed
            boolean always = reason == 0 || reason == 1 || reason == 2 || reason == 10;
            return always || !at.isBefore(revoked.getRevocationTime().toInstant())
                    ? RevocationStatus.REVOKED
                    : RevocationStatus.GOOD;
        }
        return RevocationStatus.UNKNOWN;
    }

    private static boolean isFresh(SingleResp single, Instant at) {
        Instant from = single.getThisUpdate().toInstant();
        Instant until = single.getNextUpdate() == null
                ? from.plus(FRESH)
                : single.getNextUpdate().toInstant();
        return single.getCriticalExtensionOIDs().isEmpty()
                && !from.isAfter(at.plus(SKEW))
                && !until.isBefore(at.minus(SKEW));
    }

    /** RFC 6960 section 4.2.2.2: the issuer itself, or a responder it issued a certificate to for this. */
    private boolean isByTheRight(BasicOCSPResp basic, X509Certificate issuer, Instant at)
            throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException {
        if (!strong.test(basic.getSignatureAlgorithmID())
                || !basic.getCriticalExtensionOIDs().isEmpty()) {
            return false;
        }
        if (OcspCertificate.isCalled(issuer, basic.getResponderId()) && isSignedBy(basic, issuer)) {
            return true;
        }
        X509CertificateHolder[] come = basic.getCerts();
        for (int i = 0; i < Math.min(come.length, 4); i++) {
            X509Certificate responder = Certificates.parse(come[i].getEncoded());
            if (OcspCertificate.isCalled(responder, basic.getResponderId())
                    && isAppointed(responder, issuer, at)
                    && isSignedBy(basic, responder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(BasicOCSPResp basic, X509Certificate signer)
            throws GeneralSecurityException, OCSPException, OperatorCreationException {
        return basic.isSignatureValid(new JcaContentVerifierProviderBuilder()
                .setProvider(Crypto.BC)
                .build(Certificates.ours(signer).getPublicKey()));
    }

    private boolean isAppointed(X509Certificate responder, X509Certificate issuer, Instant at)
            throws GeneralSecurityException {
        List<String> purposes = responder.getExtendedKeyUsage();
        boolean[] usage = responder.getKeyUsage();
        if (purposes == null
                || !purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                || (usage != null && !usage[0] && !usage[1])
                || !responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || at.isBefore(responder.getNotBefore().toInstant())
                || at.isAfter(responder.getNotAfter().toInstant())
                || !strong.test(Certificates.structure(responder).getSignatureAlgorithm())) {
            return false;
        }
        responder.verify(Certificates.ours(issuer).getPublicKey(), Crypto.BC);
        ASN1ObjectIdentifier excused = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck;
        return responder.getExtensionValue(excused.getId()) != null
                || new RevocationLists(lists, List.of()).of(List.of(responder, issuer), 0, at) == RevocationStatus.GOOD;
    }
}
