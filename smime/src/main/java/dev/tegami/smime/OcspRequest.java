package dev.tegami.smime;

import dev.tegami.smime.internal.OcspQuestion;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A question to an OCSP responder (RFC 6960) with a nonce of its own (RFC 9654), for a {@link RevocationSource} that
 * goes over the network. The transport is the caller's: post {@link #encoded} as {@code application/ocsp-request}, with
 * a deadline and a bound on the answer. Whoever runs the responder learns that such a message was opened. Immutable.
 *
 * <pre>{@code
 * RevocationSource online = (certificate, issuer) -> {
 *     OcspRequest request = OcspRequest.about(certificate, issuer);
 *     return request.responders().stream()
 *             .flatMap(uri -> request.answeredBy(post(uri, request.encoded())).stream())
 *             .findFirst()
 *             .map(answer -> new RevocationEvidence(List.of(), List.of(answer)))
 *             .orElse(RevocationEvidence.none());
 * };
 * }</pre>
 */
public final class OcspRequest {
    private final OcspQuestion question;

    private OcspRequest(OcspQuestion question) {
        this.question = question;
    }

    /**
     * Asks about a certificate.
     *
     * @param certificate the certificate
     * @param issuer the certificate of its issuer
     * @return the question
     */
    public static OcspRequest about(X509Certificate certificate, X509Certificate issuer) {
        return new OcspRequest(OcspQuestion.about(certificate, issuer));
    }

    /**
     * Gives the question.
     *
     * @return an OCSPRequest in DER
     */
    public byte[] encoded() {
        return question.encoded();
    }

    /**
     * Lists whom to ask: the responders that the certificate names and that are reached over HTTP.
     *
     * @return their addresses, in the certificate's order
     */
    public List<URI> responders() {
        return question.responders();
    }

    /**
     * Takes what a responder sent. Many responders answer with what they signed beforehand, without a nonce; that is
     * held to its freshness alone. A nonce that is not this question's is the answer to another.
     *
     * @param answer an OCSPResponse in DER, or anything else
     * @return the answer, whose signature is checked when it is used; empty if it does not answer this question
     */
    public Optional<OcspResponse> answeredBy(byte[] answer) {
        return question.isAnsweredBy(answer) ? Optional.of(OcspResponse.of(answer)) : Optional.empty();
    }
}
