package dev.tegami.smime;

import java.util.Arrays;

/**
 * An answer of an OCSP responder (RFC 6960), as it came. It is believed only if it speaks of the certificate in
 * question, is fresh, and is signed by the certificate's issuer or by a responder whom that issuer appointed; an answer
 * that is anything else says nothing. Immutable.
 *
 * <pre>{@code
 * Trust trust = Trust.pem(Path.of("ca.pem")).revoking(OcspResponse.of(Files.readAllBytes(Path.of("ada.ocsp"))));
 * }</pre>
 */
public final class OcspResponse {
    private final byte[] encoded;

    private OcspResponse(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * Takes an answer.
     *
     * @param encoded an OCSPResponse in DER
     * @return the answer
     */
    public static OcspResponse of(byte[] encoded) {
        return new OcspResponse(encoded.clone());
    }

    /**
     * Gives the answer's octets.
     *
     * @return a copy
     */
    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OcspResponse that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
