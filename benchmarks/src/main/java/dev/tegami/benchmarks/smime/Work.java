package dev.tegami.benchmarks.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** What is done to a letter, and with which keys. */
public enum Work {
    SIGN_10MB_RSA,
    VERIFY_10MB_RSA,
    ENCRYPT_10MB_GCM,
    DECRYPT_10MB_GCM,
    ENCRYPT_10MB_CBC,
    DECRYPT_10MB_CBC,
    SIGN_10KB_P256,
    VERIFY_10KB_P256,
    SIGN_10KB_ED25519,
    VERIFY_10KB_ED25519;

    /** AES-256 in one of its modes, the key sent with RSA PKCS#1 v1.5. */
    enum Cipher {
        GCM,
        CBC
    }

    Person.Kind kind() {
        return switch (this) {
            case SIGN_10KB_P256, VERIFY_10KB_P256 -> Person.Kind.P256;
            case SIGN_10KB_ED25519, VERIFY_10KB_ED25519 -> Person.Kind.ED25519;
            default -> Person.Kind.RSA;
        };
    }

    /** How many octets the letter has. */
    int size() {
        return kind() == Person.Kind.RSA ? 10_000_000 : 10_000;
    }

    long of(Suite suite) throws GeneralSecurityException, IOException {
        return switch (this) {
            case SIGN_10MB_RSA, SIGN_10KB_P256, SIGN_10KB_ED25519 -> suite.sign();
            case VERIFY_10MB_RSA, VERIFY_10KB_P256, VERIFY_10KB_ED25519 -> suite.verify();
            case ENCRYPT_10MB_GCM -> suite.encrypt(Cipher.GCM);
            case DECRYPT_10MB_GCM -> suite.decrypt(Cipher.GCM);
            case ENCRYPT_10MB_CBC -> suite.encrypt(Cipher.CBC);
            case DECRYPT_10MB_CBC -> suite.decrypt(Cipher.CBC);
        };
    }
}
