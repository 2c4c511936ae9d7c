package dev.tegami.interop;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key as gpg-agent keeps it: its own import of PKCS #12 does not take every file, and no curve. */
final class GpgsmKey {
    private static final Map<String, String> CURVES = Map.of(
            "p-256", "NIST P-256",
            "p-384", "NIST P-384",
            "p-521", "NIST P-521",
            "brainpoolp256r1", "brainpoolP256r1");

    private GpgsmKey() {}

    static String of(SmimePerson person) throws IOException {
        PrivateKey key = person.key();
        if (key instanceof RSAPrivateCrtKey rsa) {
            BigInteger p = rsa.getPrimeP().min(rsa.getPrimeQ());
            BigInteger q = rsa.getPrimeP().max(rsa.getPrimeQ());
            return "Key: (private-key (rsa (n " + hex(rsa.getModulus()) + ")(e " + hex(rsa.getPublicExponent()) + ")(d "
                    + hex(rsa.getPrivateExponent()) + ")(p " + hex(p) + ")(q " + hex(q) + ")(u "
                    + hex(p.modInverse(q)) + ")))\n";
        }
        String curve = CURVES.get(person.name());
        if (curve == null || !(key instanceof ECPrivateKey scalar)) {
            throw new Program.Failed("no key of this kind in gpg-agent");
        }
        byte[] point = SubjectPublicKeyInfo.getInstance(
                        person.certificate().getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        return "Key: (private-key (ecc (curve \"" + curve + "\")(q #" + hexadecimal(new BigInteger(1, point)) + "#)(d "
                + hex(scalar.getS()) + ")))\n";
    }

    private static String hex(BigInteger number) {
        String digits = hexadecimal(number);
        // a first bit would be a sign
        return "#" + (digits.charAt(0) >= '8' ? "00" + digits : digits) + "#";
    }

    private static String hexadecimal(BigInteger number) {
        String digits = number.toString(16).toUpperCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }
}
