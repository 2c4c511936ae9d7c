package dev.tegami.smime;

import java.security.GeneralSecurityException;
import java.security.PublicKey;

/** A private key that counts what is asked of it. */
final class CountingKey implements KeyOperations {
    private final KeyOperations key;
    private int operations;

    CountingKey(KeyOperations key) {
        this.key = key;
    }

    int operations() {
        return operations;
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] octets) throws GeneralSecurityException {
        operations++;
        return key.sign(algorithm, octets);
    }

    @Override
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        operations++;
        return key.rsa(block);
    }

    @Override
    public byte[] agree(PublicKey peer) throws GeneralSecurityException {
        operations++;
        return key.agree(peer);
    }
}
