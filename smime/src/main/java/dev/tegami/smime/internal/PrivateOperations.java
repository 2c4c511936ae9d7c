package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;

/** What opening an envelope asks of a private key. */
public interface PrivateOperations {
    /** The RSA private operation without any padding; the result is as long as the modulus. */
    byte[] rsa(byte[] block) throws GeneralSecurityException;

    /** The secret agreed with a public key. */
    byte[] agree(PublicKey peer) throws GeneralSecurityException;
}
