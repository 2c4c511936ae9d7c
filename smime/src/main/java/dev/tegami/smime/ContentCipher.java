package dev.tegami.smime;

import dev.tegami.smime.internal.CipherSuite;
import java.util.Arrays;
import java.util.Optional;

/** The ciphers for content. With an authenticated one (GCM, Poly1305) a change on the way is noticed. */
public enum ContentCipher {
    /** AES-128 in CBC mode: every reader knows it; whoever carries the message can change it unseen. */
    AES_128_CBC(CipherSuite.AES_128_CBC),
    /** AES-192 in CBC mode. */
    AES_192_CBC(CipherSuite.AES_192_CBC),
    /** AES-256 in CBC mode. */
    AES_256_CBC(CipherSuite.AES_256_CBC),
    /** AES-128 in GCM mode. */
    AES_128_GCM(CipherSuite.AES_128_GCM),
    /** AES-192 in GCM mode. */
    AES_192_GCM(CipherSuite.AES_192_GCM),
    /** AES-256 in GCM mode, what RFC 8551 recommends. */
    AES_256_GCM(CipherSuite.AES_256_GCM),
    /** ChaCha20-Poly1305 (RFC 8103); few readers know it. */
    CHACHA20_POLY1305(CipherSuite.CHACHA20_POLY1305);

    private final CipherSuite suite;

    ContentCipher(CipherSuite suite) {
        this.suite = suite;
    }

    static Optional<ContentCipher> of(String identifier) {
        return Arrays.stream(values())
                .filter(each -> each.suite.oid().equals(identifier))
                .findFirst();
    }

    CipherSuite suite() {
        return suite;
    }
}
