package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;

/** What opening an envelope asks of a private key. */
public interface PrivateOperations {
    /** The RSA private operation without any padding; the result is as long as the modulus. */
    byte[] rsa(byte[] block) throws GeneralSecurityException;

    /** The content of a PKCS#1 block; empty where the bare operation is to be done. */
    Optional<byte[]> rsaPkcs1(byte[] block) throws GeneralSecurityException;

    /** The content of an OAEP block; empty where the bare operation is to be done. */
    Optional<byte[]> rsaOaep(OAEPParameterSpec padding, byte[] block) throws GeneralSecurityException;

    /** The secret agreed with a public key. */
    byte[] agree(PublicKey peer) throws GeneralSecurityException;

    /** The secret in a capsule of ML-KEM. */
    byte[] decapsulate(byte[] ciphertext) throws GeneralSecurityException;
}
