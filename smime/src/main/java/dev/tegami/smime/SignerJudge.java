package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.SignatureScheme;
import dev.tegami.smime.internal.SignerMatch;
import dev.tegami.smime.internal.TimestampToken;
import dev.tegami.smime.internal.Verifier;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Judges one signer: first the signature, then the certificate that made it. */
final class SignerJudge {
    private static final Duration SKEW = Duration.ofHours(1);

    private final Trust trust;
    private final Policy policy;
    private final List<X509Certificate> certificates;
    private final RevocationEvidence evidence;
    private final ASN1ObjectIdentifier contentType;
    private final boolean mayBeAttributes;
    private final List<Reason> reasons = new ArrayList<>();

    SignerJudge(
            Trust trust,
            Policy policy,
            List<X509Certificate> certificates,
            RevocationEvidence evidence,
            ASN1ObjectIdentifier contentType,
            boolean mayBeAttributes) {
        this.trust = trust;
        this.policy = policy;
        this.certificates = certificates;
        this.evidence = evidence;
        this.contentType = contentType;
        this.mayBeAttributes = mayBeAttributes;
    }

    SignerReport report(SignerInfo signer, Map<DigestAlgorithm, byte[]> digests) {
        Optional<X509Certificate> certificate = Optional.empty();
        Optional<Instant> claimed = Optional.empty();
        Optional<Timestamp> timestamp = Optional.empty();
        Instant now = policy.clock().instant();
        Instant judged = now;
        List<X509Certificate> path = List.of();
        try {
            if (signer.getAuthenticatedAttributes() != null) {
                claimed = new SignerAttributes(signer).signingTime();
            }
            timestamp = timestamp(signer);
            judged = at(now, claimed, timestamp);
            certificate = signature(signer, digests, judged);
            claimed.ifPresent(time -> time(time, now));
        } catch (IOException | RuntimeException e) {
            add(Reason.Code.MALFORMED, "the signer cannot be read");
        }
        if (certificate.isEmpty()) {
            add(Reason.Code.NO_CERTIFICATE, "no certificate can be held to have signed this");
        } else {
            CertificateJudge judge = new CertificateJudge(certificate.get(), policy, reasons);
            path = judge.path(trust, certificates, evidence, judged, claimed.orElse(judged));
            judge.usage();
        }
        SignedClaims claims = SignedClaims.none();
        if (certificate.isPresent() && signer.getAuthenticatedAttributes() != null) {
            ClaimReading reading = new ClaimReading(trust, policy, certificates, evidence, judged);
            claims = reading.of(new SignerAttributes(signer), path, reasons);
            claims(claims);
        }
        return new SignerReport(
                certificate, path, claimed, judged, algorithm(signer, certificate), claims, timestamp, reasons);
    }

    private Instant at(Instant now, Optional<Instant> claimed, Optional<Timestamp> timestamp) {
        return switch (policy.time()) {
            case NOW -> now;
            case SIGNED -> claimed.orElse(now);
            case STAMPED -> timestamp.map(Timestamp::time).orElse(now);
        };
    }

    /** Looked at only by those who trust somebody for it. */
    private Optional<Timestamp> timestamp(SignerInfo signer) throws IOException {
        if (trust.authorities().isEmpty() || signer.getUnauthenticatedAttributes() == null) {
            return Optional.empty();
        }
        List<byte[]> tokens = SignerAttributes.timestamps(signer);
        for (byte[] each : tokens) {
            Optional<Timestamp> found = TimestampToken.read(each, certificates)
                    .filter(token -> token.covers(signer.getEncryptedDigest().getOctets()))
                    .flatMap(new TimestampJudge(trust, policy)::of);
            if (found.isPresent()) {
                return found;
            }
        }
        if (!tokens.isEmpty()) {
            add(Reason.Code.TIMESTAMP_NOT_BELIEVED, "no timestamp of this signature by a trusted authority");
        }
        return Optional.empty();
    }

    private void claims(SignedClaims claims) {
        claims.label()
                .filter(label -> !policy.labels().contains(label.policy()))
                .ifPresent(label -> add(
                        Reason.Code.UNKNOWN_LABEL,
                        "a security label by the rules " + label.policy()
                                + ": whoever keeps them says so in Policy.labels"));
        new ListHistory(claims.expansions()).trouble().ifPresent(reasons::add);
    }

    private void add(Reason.Code code, String detail) {
        reasons.add(new Reason(code, detail));
    }

    private void time(Instant claimed, Instant now) {
        if (claimed.isAfter(now.plus(SKEW))) {
            add(Reason.Code.SIGNED_IN_FUTURE, "signed at " + claimed);
        }
    }

    /** Finds the certificate whose key made the signature. */
    private Optional<X509Certificate> signature(SignerInfo signer, Map<DigestAlgorithm, byte[]> digests, Instant at)
            throws IOException {
        DigestAlgorithm digest = DigestAlgorithm.of(signer.getDigestAlgorithm()).orElse(null);
        byte[] computed = digest == null ? null : digests.get(digest);
        if (digest == null || computed == null) {
            add(
                    Reason.Code.DIGEST_NOT_COMPUTED,
                    signer.getDigestAlgorithm().getAlgorithm().getId());
            return Optional.empty();
        }
        if (!Strengths.isEnough(digest, policy, at)) {
            add(Reason.Code.WEAK_ALGORITHM, digest.jca());
        }
        Verifier verifier = new Verifier(signer.getDigestEncryptionAlgorithm(), digest);
        byte[] value = signer.getEncryptedDigest().getOctets();
        if (signer.getAuthenticatedAttributes() == null) {
            if (!policy.accepts(Legacy.NO_SIGNED_ATTRIBUTES, at) || mayBeAttributes) {
                add(Reason.Code.NO_SIGNED_ATTRIBUTES, "attributes could be passed off as content");
                return Optional.empty();
            }
            return candidate(signer, each -> verifier.verifiesDigest(each, computed, value));
        }
        SignerAttributes attributes = new SignerAttributes(signer);
        String trouble = attributes.trouble(contentType);
        if (!trouble.isEmpty()) {
            add(Reason.Code.BAD_SIGNED_ATTRIBUTES, trouble);
            return Optional.empty();
        }
        if (!attributes.isDigest(computed)) {
            add(Reason.Code.DIGEST_MISMATCH, "the content was changed");
        }
        byte[] signed = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        // some signers sign what they send, in an order that is not DER's
        byte[] sent = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DL);
        Optional<X509Certificate> found = candidate(
                signer,
                each -> verifier.verifies(each, signed, value)
                        || (!Arrays.equals(sent, signed) && verifier.verifies(each, sent, value)));
        if (found.isPresent() && SignatureScheme.isUnusual(signer.getDigestEncryptionAlgorithm(), digest)) {
            add(Reason.Code.UNUSUAL_DIGEST, digest.jca() + " with Ed25519, which RFC 8419 wants with SHA-512");
        }
        if (found.isPresent() && attributes.isBoundElsewhere(Certificates.encoded(found.get()))) {
            add(Reason.Code.CERTIFICATE_NOT_BOUND, "the signature names another certificate with this key");
        }
        return found;
    }

    private interface Check {
        boolean verifies(X509Certificate certificate) throws NoSuchAlgorithmException;
    }

    /** Several certificates may answer to one name; decoys do not hide the one that fits. */
    private Optional<X509Certificate> candidate(SignerInfo signer, Check check) {
        List<X509Certificate> candidates = certificates.stream()
                .filter(each -> SignerMatch.of(signer.getSID(), each))
                .distinct()
                .limit(8)
                .toList();
        if (candidates.isEmpty()) {
            add(Reason.Code.NO_CERTIFICATE, "the signer's certificate did not come along");
            return Optional.empty();
        }
        Reason trouble = new Reason(Reason.Code.SIGNATURE_WRONG, "the signature is not the key's");
        for (X509Certificate each : candidates) {
            try {
                if (check.verifies(each)) {
                    return Optional.of(each);
                }
            } catch (NoSuchAlgorithmException e) {
                trouble = new Reason(Reason.Code.UNKNOWN_ALGORITHM, String.valueOf(e.getMessage()));
            }
        }
        reasons.add(trouble);
        return Optional.empty();
    }

    private static String algorithm(SignerInfo signer, Optional<X509Certificate> certificate) {
        String digest = DigestAlgorithm.of(signer.getDigestAlgorithm())
                .map(DigestAlgorithm::jca)
                .orElseGet(() -> signer.getDigestAlgorithm().getAlgorithm().getId());
        try {
            return certificate.isEmpty()
                    ? digest
                    : digest + " with " + Strengths.name(Certificates.key(certificate.get()));
        } catch (GeneralSecurityException e) {
            return digest;
        }
    }
}
