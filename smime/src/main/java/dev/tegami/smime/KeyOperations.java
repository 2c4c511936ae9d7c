package dev.tegami.smime;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;

/**
 * What S/MIME asks of a private key, wherever it lies: in memory, on a token, or with a remote signer. An implementation
 * must be safe for use by several threads.
 *
 * <p>What a key cannot do, or not with what it was given, throws {@link GeneralSecurityException}: a message that is at
 * fault gets its verdict. A key that cannot be reached, such as one on a token that was pulled out or behind a service
 * that does not answer, throws {@link java.io.UncheckedIOException}, which passes through {@code Smime.open}.
 *
 * <pre>{@code
 * Provider token = Security.getProvider("SunPKCS11").configure("token.cfg"); // need not be added to the JDK's list
 * Identity ada = Identity.of(KeyOperations.of(privateKey, token), certificate, issuer);
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
     * Takes the content out of an RSA block that is padded as PKCS#1 v1.5 says. Only a key that does no bare RSA needs
     * this; the others leave it to {@link #rsa}, whose padding is taken off without telling an attacker about it.
     *
     * @param block as many octets as the modulus has
     * @return the content; empty, as by default, where {@link #rsa} is to be asked instead
     * @throws GeneralSecurityException if the key cannot do it or the padding is wrong
     */
    default Optional<byte[]> rsaPkcs1(byte[] block) throws GeneralSecurityException {
        return Optional.empty();
    }

    /**
     * Takes the content out of an RSA block that is padded as OAEP. Only a key that does no bare RSA needs this.
     *
     * @param padding its digests and its label
     * @param block as many octets as the modulus has
     * @return the content; empty, as by default, where {@link #rsa} is to be asked instead
     * @throws GeneralSecurityException if the key cannot do it or the padding is wrong
     */
    default Optional<byte[]> rsaOaep(OAEPParameterSpec padding, byte[] block) throws GeneralSecurityException {
        return Optional.empty();
    }

    /**
     * Opens the capsule that a sender made for an ML-KEM key (RFC 9629, RFC 9936). Only such a key needs this.
     *
     * @param ciphertext the capsule
     * @return the secret, before any derivation
     * @throws GeneralSecurityException if the key cannot do it, as by default
     */
    default byte[] decapsulate(byte[] ciphertext) throws GeneralSecurityException {
        throw new GeneralSecurityException("the key opens no capsules");
    }

    /**
     * Agrees on a secret: ECDH (the x-coordinate, RFC 5753), X25519 or X448 (RFC 8418).
     *
     * @param peer the other side's public key
     * @return the secret, before any derivation
     * @throws GeneralSecurityException if the key cannot do it
     */
    byte[] agree(PublicKey peer) throws GeneralSecurityException;

    /**
     * Wraps a private key. A key that its provider keeps to itself works as well if the provider is registered with the
     * JDK.
     *
     * @param key the key
     * @return its operations
     */
    static KeyOperations of(PrivateKey key) {
        return new PrivateKeyOperations(key);
    }

    /**
     * Wraps a private key that only one provider can use, such as one on a PKCS#11 token, which it does not leave. The
     * provider need not be registered with the JDK.
     *
     * @param key the key
     * @param provider whose key it is
     * @return its operations
     */
    static KeyOperations of(PrivateKey key, Provider provider) {
        return new ProviderOperations(key, provider);
    }
}
