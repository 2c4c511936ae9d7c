package dev.tegami.smime;

/**
 * Something that was found, with a code that stays the same from version to version.
 *
 * @param code what it is
 * @param detail more about this case, for people
 */
public record Reason(Code code, String detail) {
    /** How much a reason weighs. */
    public enum Weight {
        /** Worth knowing; it changes no mark. */
        NOTE,
        /** Something could not be told. */
        UNKNOWN,
        /** It must not be trusted. */
        FATAL
    }

    /** What can be found. */
    public enum Code {
        /** The content is not what was signed. */
        DIGEST_MISMATCH(Axis.INTEGRITY, Weight.FATAL),
        /** The signature is not made with the certificate's key. */
        SIGNATURE_WRONG(Axis.INTEGRITY, Weight.FATAL),
        /** The structure is not what the RFC describes. */
        MALFORMED(Axis.INTEGRITY, Weight.FATAL),
        /** The message is multipart/signed, but not of a content and a signature of the type it states. */
        BAD_MULTIPART_SIGNED(Axis.INTEGRITY, Weight.FATAL),
        /** There is not one signer. */
        NO_SIGNERS(Axis.INTEGRITY, Weight.FATAL),
        /** The signer's digest was not declared, or not computed. */
        DIGEST_NOT_COMPUTED(Axis.INTEGRITY, Weight.FATAL),
        /** There are no signed attributes, which lets attributes be passed off as content. */
        NO_SIGNED_ATTRIBUTES(Axis.INTEGRITY, Weight.FATAL),
        /** A signed attribute is missing, doubled, or contradicts the structure. */
        BAD_SIGNED_ATTRIBUTES(Axis.INTEGRITY, Weight.FATAL),
        /** The signature names another certificate than the one its key belongs to (RFC 5035). */
        CERTIFICATE_NOT_BOUND(Axis.INTEGRITY, Weight.FATAL),
        /** Line ends were mended before the signature fitted. */
        LINE_ENDS_MENDED(Axis.INTEGRITY, Weight.NOTE),
        /** The signer's certificate is nowhere. */
        NO_CERTIFICATE(Axis.TRUST, Weight.FATAL),
        /** No path leads to a trusted authority. */
        NO_PATH(Axis.TRUST, Weight.FATAL),
        /** The certificate may not be used for signing mail. */
        WRONG_USAGE(Axis.USAGE, Weight.FATAL),
        /** The certificate is an authority's. */
        SIGNED_BY_AUTHORITY(Axis.USAGE, Weight.FATAL),
        /** There is not exactly one author. */
        NOT_ONE_AUTHOR(Axis.IDENTITY, Weight.FATAL),
        /** The author's address is none of the certificate's. */
        AUTHOR_MISMATCH(Axis.IDENTITY, Weight.FATAL),
        /** Inside of the layers is another author than outside; {@link HeaderReport#author} says which one is shown. */
        AUTHOR_DIFFERS_OUTSIDE(Axis.IDENTITY, Weight.NOTE),
        /** Outside of the layers the header is not as its author left it; the one inside counts. */
        HEADER_DIFFERS_OUTSIDE(Axis.IDENTITY, Weight.NOTE),
        /** The header is said to be hidden by encryption, and there is none. */
        HEADER_NOT_ENCRYPTED(Axis.IDENTITY, Weight.NOTE),
        /** A certificate on the path is revoked. */
        REVOKED(Axis.REVOCATION, Weight.FATAL),
        /** Whether the path is revoked is not known. */
        REVOCATION_UNKNOWN(Axis.REVOCATION, Weight.UNKNOWN),
        /** The certificate is not valid at the time that counts. */
        NOT_VALID_NOW(Axis.TIME, Weight.FATAL),
        /** The time that the signer claims lies in the future. */
        SIGNED_IN_FUTURE(Axis.TIME, Weight.FATAL),
        /** There is a timestamp, and it is not of this signature or not by an authority that is trusted for it. */
        TIMESTAMP_NOT_BELIEVED(Axis.TIME, Weight.NOTE),
        /** The time that the signer claims is far from the message's date. */
        DATE_DIFFERS(Axis.TIME, Weight.NOTE),
        /** An algorithm or key is too weak. */
        WEAK_ALGORITHM(Axis.ALGORITHMS, Weight.FATAL),
        /** An algorithm is not known. */
        UNKNOWN_ALGORITHM(Axis.ALGORITHMS, Weight.FATAL),
        /** The content's digest is strong enough, and not the one that belongs to the key: SHA-512 for Ed25519 (RFC 8419). */
        UNUSUAL_DIGEST(Axis.ALGORITHMS, Weight.NOTE),
        /** No signature is by a key of a kind that the policy requires; a signer may have been taken away. */
        SIGNER_MISSING(Axis.ALGORITHMS, Weight.FATAL),
        /** It bears a security label by rules that the policy does not name (RFC 2634). */
        UNKNOWN_LABEL(Axis.USAGE, Weight.UNKNOWN),
        /** It came by way of the same mailing list twice, or of too many. */
        LIST_LOOP(Axis.INTEGRITY, Weight.NOTE),
        /** What should be a receipt is none. */
        NO_RECEIPT(Axis.INTEGRITY, Weight.FATAL),
        /** The receipt is for another letter. */
        RECEIPT_OF_ANOTHER(Axis.INTEGRITY, Weight.FATAL),
        /** Nobody asked for the receipt. */
        RECEIPT_NOT_ASKED(Axis.IDENTITY, Weight.FATAL),
        /** The message is not signed. */
        NOT_SIGNED(Axis.INTEGRITY, Weight.FATAL),
        /** Something inside the message is signed; the message is not. */
        SIGNED_PART_INSIDE(Axis.INTEGRITY, Weight.FATAL),
        /** None of the keys belongs to a recipient. */
        NO_KEY(Axis.INTEGRITY, Weight.FATAL),
        /** The content cannot be decrypted; why is not told, on purpose. */
        DECRYPTION_FAILED(Axis.INTEGRITY, Weight.FATAL),
        /** Whoever carried the message could change it (CBC). */
        MALLEABLE(Axis.INTEGRITY, Weight.NOTE);

        private final Axis axis;
        private final Weight weight;

        Code(Axis axis, Weight weight) {
            this.axis = axis;
            this.weight = weight;
        }

        /**
         * Tells what the code is about.
         *
         * @return its axis
         */
        public Axis axis() {
            return axis;
        }

        /**
         * Tells how much it weighs.
         *
         * @return its weight
         */
        public Weight weight() {
            return weight;
        }
    }
}
