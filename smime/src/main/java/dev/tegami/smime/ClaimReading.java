package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.KeyPreference;
import dev.tegami.smime.internal.MailNames;
import dev.tegami.smime.internal.Paths;
import dev.tegami.smime.internal.RecipientSpec;
import dev.tegami.smime.internal.RevocationStatus;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads what a signer claims; a certificate to encrypt to is given out only after its path was built. */
record ClaimReading(
        Trust trust, Policy policy, List<X509Certificate> known, RevocationEvidence evidence, Instant judged) {
    /** So many certificates are tried, if the signer names none. */
    private static final int TRIED = 4;

    /**
     * Reads the claims of a signer whose signature fits.
     *
     * @param path the path of the signer's certificate; empty if there is none
     * @param reasons what was found of the signer until now; what is wrong with the claims is added
     */
    SignedClaims of(SignerAttributes attributes, List<X509Certificate> path, List<Reason> reasons) {
        boolean whole = Mark.of(Axis.INTEGRITY, reasons) == Mark.GOOD;
        try {
            Optional<X509Certificate> certificate =
                    path.isEmpty() ? Optional.empty() : encryptTo(attributes, path.get(0));
            return new SignedClaims(
                    lenient(attributes),
                    certificate,
                    whole ? attributes.original() : Optional.empty(),
                    attributes.value(EssAttributes.RECEIPT_REQUEST, EssAttributes::request),
                    attributes.value(EssAttributes.SIGNATURE_DIGEST, EssAttributes::hex),
                    attributes.value(EssAttributes.SECURITY_LABEL, EssAttributes::label),
                    attributes
                            .value(EssAttributes.EQUIVALENT_LABELS, EssAttributes::labels)
                            .orElse(List.of()),
                    attributes
                            .value(EssAttributes.EXPANSION_HISTORY, EssAttributes::expansions)
                            .orElse(List.of()));
        } catch (RuntimeException e) {
            reasons.add(new Reason(Reason.Code.BAD_SIGNED_ATTRIBUTES, "what the signer claims cannot be read"));
            return SignedClaims.none();
        }
    }

    /** A list that cannot be read is none: it makes no signature worse. */
    private static List<String> lenient(SignerAttributes attributes) {
        try {
            return attributes.capabilities();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private Optional<X509Certificate> encryptTo(SignerAttributes attributes, X509Certificate signer) {
        Optional<KeyPreference> preferred;
        try {
            preferred = attributes.keyPreference();
        } catch (RuntimeException e) {
            return Optional.empty(); // who names a key in a way that cannot be read names none
        }
        if (preferred.isPresent()) {
            return known.stream()
                    .filter(preferred.get()::names)
                    .limit(TRIED)
                    .filter(each -> isGood(each, signer))
                    .findFirst();
        }
        if (isGood(signer, signer)) {
            return Optional.of(signer);
        }
        return known.stream()
                .filter(each ->
                        !each.equals(signer) && each.getSubjectX500Principal().equals(signer.getSubjectX500Principal()))
                .limit(TRIED)
                .filter(each -> isGood(each, signer))
                .findFirst();
    }

    private boolean isGood(X509Certificate each, X509Certificate signer) {
        return new RecipientSpec(each, RecipientSpec.Transport.OAEP_SHA256).isUsable()
                && (each.equals(signer) || (isSamePerson(each, signer) && isTrusted(each)));
    }

    /** Nobody speaks for a mailbox that is not in the certificate that signed. */
    private static boolean isSamePerson(X509Certificate each, X509Certificate signer) {
        return !Collections.disjoint(MailNames.of(each, false), MailNames.of(signer, false));
    }

    /** Whether an anchor vouches for a certificate as one for mail. */
    boolean isTrusted(X509Certificate each) {
        try {
            List<X509Certificate> path = new Paths(trust.anchors(), known).build(each, judged);
            RevocationStatus status = new RevocationJudge(trust, policy, evidence, known).of(path, judged);
            return isForMail(each)
                    && Strengths.isEnough(Certificates.key(each), policy, judged)
                    && (status == RevocationStatus.GOOD
                            || (status == RevocationStatus.UNKNOWN
                                    && policy.revocation() == Policy.Revocation.WHEN_KNOWN));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isForMail(X509Certificate each) {
        try {
            List<String> extended = each.getExtendedKeyUsage();
            return extended == null || CertificateJudge.MAIL.stream().anyMatch(extended::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
