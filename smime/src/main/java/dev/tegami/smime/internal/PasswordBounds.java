package dev.tegami.smime.internal;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/** How much work a file may demand before it shows whether a password is right: the file says so itself. */
final class PasswordBounds {
    /** Some seconds; what programs write today is below a million. */
    private static final BigInteger ITERATIONS = BigInteger.valueOf(10_000_000);

    /** What scrypt fills, in octets: a quarter of a gigabyte; programs write 16 MiB. */
    private static final BigInteger MEMORY = BigInteger.valueOf(256 << 20);

    private PasswordBounds() {}

    /** Decrypts what is encrypted with a password, within these bounds. */
    static InputDecryptorProvider decryption(char[] password) {
        InputDecryptorProvider provider = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(Crypto.BC)
                .build(password);
        return algorithm -> {
            check(algorithm);
            return provider.get(algorithm);
        };
    }

    static void check(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.id_PBES2)) {
            derivation(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
        } else {
            iterations(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        }
    }

    static void derivation(KeyDerivationFunc function) {
        if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
            BigInteger lanes = scrypt.getBlockSize().multiply(BigInteger.valueOf(128));
            BigInteger memory = lanes.multiply(scrypt.getCostParameter().add(scrypt.getParallelizationParameter()));
            if (memory.compareTo(MEMORY) > 0
                    || scrypt.getParallelizationParameter().bitLength() > 8) {
                throw new IllegalArgumentException("scrypt with " + memory + " octets");
            }
        } else {
            iterations(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        }
    }

    static void iterations(BigInteger count) {
        if (count.signum() <= 0 || count.compareTo(ITERATIONS) > 0) {
            throw new IllegalArgumentException("a key derived in " + count + " rounds");
        }
    }
}
