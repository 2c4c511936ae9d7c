package dev.tegami.smime;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a signer says of himself and asks for in the signed attributes. It is said by whoever made the signature: worth no
 * more than the rest of the {@link SignerReport}. Immutable.
 *
 * @param capabilities the object identifiers of the algorithms that the signer's program understands, the best liked first
 * @param encryptTo the certificate to encrypt answers to, after its path was checked; empty if none was found
 */
public record SignedClaims(List<String> capabilities, Optional<X509Certificate> encryptTo) {
    private static final SignedClaims NONE = new SignedClaims(List.of(), Optional.empty());

    /**
     * Takes copies of the collections.
     *
     * @param capabilities the object identifiers of the algorithms that the signer's program understands, the best liked
     *     first
     * @param encryptTo the certificate to encrypt answers to, after its path was checked; empty if none was found
     */
    public SignedClaims {
        capabilities = List.copyOf(capabilities);
    }

    static SignedClaims none() {
        return NONE;
    }
}
