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
 * @param original what identifies the signature, for receipts; empty unless the content is what was signed
 * @param receiptRequest the receipt that is asked for: {@link RequestedReceipt#in} tells what to do with it
 * @param receiptDigest in a receipt, the digest of the original's signed attributes in hexadecimal
 * @param label how sensitive the letter is
 * @param equivalents the same by the rules of others, as the signer sees it
 * @param expansions the mailing lists by way of which it came, the first one first
 */
public record SignedClaims(
        List<String> capabilities,
        Optional<X509Certificate> encryptTo,
        Optional<SignedOriginal> original,
        Optional<ReceiptRequest> receiptRequest,
        Optional<String> receiptDigest,
        Optional<SecurityLabel> label,
        List<SecurityLabel> equivalents,
        List<ListExpansion> expansions) {
    private static final SignedClaims NONE = new SignedClaims(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    /**
     * Takes copies of the collections.
     *
     * @param capabilities the object identifiers of the algorithms that the signer's program understands, the best liked
     *     first
     * @param encryptTo the certificate to encrypt answers to, after its path was checked; empty if none was found
     * @param original what identifies the signature, for receipts; empty unless the content is what was signed
     * @param receiptRequest the receipt that is asked for
     * @param receiptDigest in a receipt, the digest of the original's signed attributes in hexadecimal
     * @param label how sensitive the letter is
     * @param equivalents the same by the rules of others, as the signer sees it
     * @param expansions the mailing lists by way of which it came, the first one first
     */
    public SignedClaims {
        capabilities = List.copyOf(capabilities);
        equivalents = List.copyOf(equivalents);
        expansions = List.copyOf(expansions);
    }

    static SignedClaims none() {
        return NONE;
    }
}
