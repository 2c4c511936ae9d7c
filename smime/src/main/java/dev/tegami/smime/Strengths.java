package dev.tegami.smime;

import dev.tegami.smime.internal.DigestAlgorithm;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/** What is strong enough. */
final class Strengths {
    private Strengths() {}

    static boolean isEnough(DigestAlgorithm digest, Policy.Strength strength) {
        return switch (digest) {
            case MD5 -> false;
            case SHA1, SHA224 -> strength == Policy.Strength.LEGACY;
            default -> true;
        };
    }

    static boolean isEnough(PublicKey key, Policy.Strength strength) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= (strength == Policy.Strength.LEGACY ? 1024 : 2048);
        }
        if (key instanceof ECKey curve) {
            return curve.getParams().getOrder().bitLength() >= 224;
        }
        return !key.getAlgorithm().equals("DSA") || strength == Policy.Strength.LEGACY;
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
