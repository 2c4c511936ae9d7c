package dev.tegami.smime;

import java.util.List;
import java.util.Optional;

/** One layer of protection, or of compression; each covers all that is inside of it. */
public sealed interface Layer {
    /**
     * Lists what was found of the layer itself.
     *
     * @return the reasons
     */
    List<Reason> reasons();

    /**
     * A signature, or several of the same content.
     *
     * @param form how the content travels
     * @param signers each signer
     * @param receipt what is signed, if that is a receipt (RFC 2634) and no message
     * @param reasons what was found of the layer itself
     */
    record Signed(Form form, List<SignerReport> signers, Optional<SignedReceipt> receipt, List<Reason> reasons)
            implements Layer {
        /**
         * Takes copies of the collections.
         *
         * @param form how the content travels
         * @param signers each signer
         * @param receipt what is signed, if that is a receipt (RFC 2634) and no message
         * @param reasons what was found of the layer itself
         */
        public Signed {
            signers = List.copyOf(signers);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * An encryption.
     *
     * @param cipher the cipher, such as {@code AES_256_GCM}, or its object identifier if it is not known
     * @param protection whether a change on the way is noticed
     * @param recipients how many recipients there are
     * @param recipient the identity whose key opened it; empty if none did
     * @param secret the password or shared key that opened it; empty if none did
     * @param reasons what was found of the layer itself
     */
    record Encrypted(
            String cipher,
            Protection protection,
            int recipients,
            Optional<Identity> recipient,
            Optional<SharedSecret> secret,
            List<Reason> reasons)
            implements Layer {
        /**
         * Takes copies of the collections.
         *
         * @param cipher the cipher, such as {@code AES_256_GCM}, or its object identifier if it is not known
         * @param protection whether a change on the way is noticed
         * @param recipients how many recipients there are
         * @param recipient the identity whose key opened it; empty if none did
         * @param secret the password or shared key that opened it; empty if none did
         * @param reasons what was found of the layer itself
         */
        public Encrypted {
            reasons = List.copyOf(reasons);
        }

        /**
         * Tells whether a key or a secret was for it, and the content could be decrypted.
         *
         * @return whether it was opened
         */
        public boolean isOpened() {
            return (recipient.isPresent() || secret.isPresent()) && Mark.of(Axis.INTEGRITY, reasons) == Mark.GOOD;
        }
    }

    /**
     * A compression (RFC 3274). It protects nothing.
     *
     * @param octets how many octets came out
     * @param reasons what was found of the layer itself
     */
    record Compressed(long octets, List<Reason> reasons) implements Layer {
        /**
         * Takes copies of the collections.
         *
         * @param octets how many octets came out
         * @param reasons what was found of the layer itself
         */
        public Compressed {
            reasons = List.copyOf(reasons);
        }
    }

    /** How signed content travels. */
    enum Form {
        /** Readable by everyone: multipart/signed. */
        DETACHED,
        /** Inside the structure: application/pkcs7-mime. */
        OPAQUE
    }

    /** Whether a change to ciphertext is noticed. */
    enum Protection {
        /** It is: the content was released after its tag was checked. */
        AUTHENTICATED,
        /** It is not: keep remote content off when this is shown (EFAIL). */
        MALLEABLE
    }
}
