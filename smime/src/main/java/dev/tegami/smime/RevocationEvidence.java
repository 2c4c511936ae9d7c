package dev.tegami.smime;

import java.security.cert.X509CRL;
import java.util.List;

/**
 * What tells whether certificates are revoked. Nothing of it is believed before its signature was checked. Immutable.
 *
 * @param lists revocation lists, whole ones and deltas
 * @param responses answers of OCSP responders
 */
public record RevocationEvidence(List<X509CRL> lists, List<OcspResponse> responses) {
    private static final RevocationEvidence NONE = new RevocationEvidence(List.of(), List.of());

    /**
     * Takes copies of the collections.
     *
     * @param lists revocation lists, whole ones and deltas
     * @param responses answers of OCSP responders
     */
    public RevocationEvidence {
        lists = List.copyOf(lists);
        responses = List.copyOf(responses);
    }

    /**
     * Knows nothing.
     *
     * @return no evidence
     */
    public static RevocationEvidence none() {
        return NONE;
    }
}
