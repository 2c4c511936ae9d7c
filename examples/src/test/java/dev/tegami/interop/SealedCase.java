package dev.tegami.interop;

import dev.tegami.smime.ContentCipher;

/** The ways to encrypt that are tried. */
enum SealedCase {
    RSA_AES128_CBC("RSA PKCS #1, AES-128-CBC", "RSA", Transport.PKCS1, ContentCipher.AES_128_CBC),
    RSA_AES192_CBC("RSA PKCS #1, AES-192-CBC", "RSA", Transport.PKCS1, ContentCipher.AES_192_CBC),
    RSA_AES256_CBC("RSA PKCS #1, AES-256-CBC", "RSA", Transport.PKCS1, ContentCipher.AES_256_CBC),
    RSA_AES128_GCM("RSA PKCS #1, AES-128-GCM", "RSA", Transport.PKCS1, ContentCipher.AES_128_GCM),
    RSA_AES256_GCM("RSA PKCS #1, AES-256-GCM", "RSA", Transport.PKCS1, ContentCipher.AES_256_GCM),
    OAEP_AES256_CBC("RSA-OAEP SHA-256, AES-256-CBC", "RSA", Transport.OAEP, ContentCipher.AES_256_CBC),
    OAEP_AES256_GCM("RSA-OAEP SHA-256, AES-256-GCM", "RSA", Transport.OAEP, ContentCipher.AES_256_GCM),
    OAEP_CHACHA20("RSA-OAEP SHA-256, ChaCha20-Poly1305", "RSA", Transport.OAEP, ContentCipher.CHACHA20_POLY1305),
    P256_AES128_CBC("ECDH P-256, AES-128-CBC", "P-256", Transport.AGREED, ContentCipher.AES_128_CBC),
    P256_AES256_GCM("ECDH P-256, AES-256-GCM", "P-256", Transport.AGREED, ContentCipher.AES_256_GCM),
    P384_AES256_GCM("ECDH P-384, AES-256-GCM", "P-384", Transport.AGREED, ContentCipher.AES_256_GCM),
    P521_AES256_GCM("ECDH P-521, AES-256-GCM", "P-521", Transport.AGREED, ContentCipher.AES_256_GCM),
    BRAINPOOL_GCM("ECDH brainpoolP256r1, AES-256-GCM", "brainpoolP256r1", Transport.AGREED, ContentCipher.AES_256_GCM),
    X25519_AES256_GCM("X25519, AES-256-GCM", "X25519", Transport.AGREED, ContentCipher.AES_256_GCM),
    X448_AES128_CBC("X448, AES-128-CBC", "X448", Transport.AGREED, ContentCipher.AES_128_CBC),
    X448_AES256_GCM("X448, AES-256-GCM", "X448", Transport.AGREED, ContentCipher.AES_256_GCM),
    RSA_KEM("RSA-KEM, AES-256-GCM", "RSA", Transport.KEM, ContentCipher.AES_256_GCM),
    ML_KEM_512("ML-KEM-512, AES-256-GCM", "ML-KEM-512", Transport.KEM, ContentCipher.AES_256_GCM),
    ML_KEM_768("ML-KEM-768, AES-256-GCM", "ML-KEM-768", Transport.KEM, ContentCipher.AES_256_GCM),
    ML_KEM_768_CBC("ML-KEM-768, AES-256-CBC", "ML-KEM-768", Transport.KEM, ContentCipher.AES_256_CBC),
    ML_KEM_1024("ML-KEM-1024, AES-256-GCM", "ML-KEM-1024", Transport.KEM, ContentCipher.AES_256_GCM),
    DERIVED_GCM("RSA-OAEP SHA-256, AES-256-GCM, derived key", "RSA", Transport.OAEP, ContentCipher.AES_256_GCM),
    DERIVED_CBC("RSA PKCS #1, AES-256-CBC, derived key", "RSA", Transport.PKCS1, ContentCipher.AES_256_CBC),
    TWO_KINDS("RSA PKCS #1 beside ECDH P-256, AES-128-CBC", "RSA", Transport.PKCS1, ContentCipher.AES_128_CBC);

    /** How the content key travels. */
    enum Transport {
        PKCS1,
        OAEP,
        AGREED,
        KEM
    }

    final String title;
    final String kind;
    final Transport transport;
    final ContentCipher cipher;

    SealedCase(String title, String kind, Transport transport, ContentCipher cipher) {
        this.title = title;
        this.kind = kind;
        this.transport = transport;
        this.cipher = cipher;
    }

    /** Whether the content's key is derived for its cipher (RFC 9709). */
    boolean isDerived() {
        return this == DERIVED_GCM || this == DERIVED_CBC;
    }

    /** The cipher's name as most programs have it, such as aes-128-cbc. */
    String cipherName() {
        return cipher.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
