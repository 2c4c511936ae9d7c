package dev.tegami.smime.internal;

import java.security.Provider;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Where cryptography comes from: Bouncy Castle as a private instance that is never registered with the JDK. */
public final class Crypto {
    /** For curves, OAEP, certificates and paths. Digests and AES come from the JDK, which is faster at those. */
    public static final Provider BC = new BouncyCastleProvider();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    public static SecureRandom random() {
        return RANDOM;
    }

    public static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }
}
