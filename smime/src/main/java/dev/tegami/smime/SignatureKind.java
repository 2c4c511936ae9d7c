package dev.tegami.smime;

import dev.tegami.smime.internal.SignatureScheme;

/** Kinds of keys that sign, by what could break them: {@link Policy#requiring}. */
public enum SignatureKind {
    /** RSA, ECDSA, Ed25519, Ed448, and DSA of old: a large quantum computer breaks them. */
    CLASSIC,
    /** ML-DSA and SLH-DSA. */
    POST_QUANTUM;

    /** Whether a signature fits that is by a key of this kind; whoever made it is judged elsewhere. */
    boolean made(SignerReport signer) {
        return signer.certificate()
                .filter(each -> SignatureScheme.isPostQuantum(each) == (this == POST_QUANTUM))
                .isPresent();
    }
}
