package dev.tegami.smime;

import dev.tegami.smime.internal.CipherSuite;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.SignatureAge;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What is strong enough. */
final class Strengths {
    private Strengths() {}

    static boolean isEnough(DigestAlgorithm digest, Policy policy, Instant at) {
        return switch (digest) {
            case MD5 -> false;
            case SHA1 -> policy.accepts(Legacy.SHA1, at);
            case SHA224 -> policy.accepts(Legacy.SHA224, at);
            default -> true;
        };
    }

    static boolean isEnough(AlgorithmIdentifier signature, Policy policy, Instant at) {
        return switch (SignatureAge.of(signature)) {
            case CURRENT -> true;
            case SHA224 -> policy.accepts(Legacy.SHA224, at);
            case SHA1 -> policy.accepts(Legacy.SHA1, at);
            case BROKEN -> false;
        };
    }

    static boolean isEnough(PublicKey key, Policy policy, Instant at) {
        if (key instanceof RSAKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= 2048 || (bits >= 1024 && policy.accepts(Legacy.SHORT_RSA, at));
        }
        if (key instanceof ECKey curve) {
            return curve.getParams().getOrder().bitLength() >= 224;
        }
        return !key.getAlgorithm().equals("DSA") || policy.accepts(Legacy.DSA, at);
    }

    /** What a cipher is of old; empty for one that is good enough. */
    static Optional<Legacy> age(CipherSuite suite) {
        return switch (suite) {
            case TRIPLE_DES_CBC -> Optional.of(Legacy.TRIPLE_DES);
            case DES_CBC -> Optional.of(Legacy.DES);
            case RC2_128_CBC, RC2_64_CBC, RC2_40_CBC -> Optional.of(Legacy.RC2);
            default -> Optional.empty();
        };
    }

    static String name(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECKey curve) {
            return "EC " + curve.getParams().getOrder().bitLength();
        }
        return key.getAlgorithm();
    }
}
