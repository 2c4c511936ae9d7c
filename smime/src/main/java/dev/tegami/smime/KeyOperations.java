package dev.tegami.smime;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * What S/MIME asks of a private key, wherever it lies: in memory, on a token, or with a remote signer. An implementation
 * must be safe for use by several threads.
 *
 * <pre>{@code
 * Identity ada = Identity.of(KeyOperations.of(privateKey), certificate, issuer);
 * }</pre>
 */
public interface KeyOperations {
    /**
     * Signs octets; hashing them is part of it.
     *
     * @param algorithm how to sign
     * @param octets what to sign
     * @return the signature as CMS wants it: for ECDSA the DER sequence of two integers
     * @throws GeneralSecurityException if the key cannot do it
     */
    byte[] sign(SignatureAlgorithm algorithm, byte[] octets) throws GeneralSecurityException;

    /**
     * Does the RSA private operation without any padding.
     *
     * @param block as many octets as the modulus has
     * @return as many octets
     * @throws GeneralSecurityException if the key cannot do it
     */
    byte[] rsa(byte[] block) throws GeneralSecurityException;

    /**
     * Agrees on a secret: ECDH (the x-coordinate, RFC 5753) or X25519 (RFC 8418).
     *
     * @param peer the other side's public key
     * @return the secret, before any derivation
     * @throws GeneralSecurityException if the key cannot do it
     */
    byte[] agree(PublicKey peer) throws GeneralSecurityException;

    /**
     * Wraps a private key. A key of a PKCS#11 provider works as well, without leaving the token.
     *
     * @param key the key
     * @return its operations
     */
    static KeyOperations of(PrivateKey key) {
        return new PrivateKeyOperations(key);
    }
}
