package dev.tegami.benchmarks.smime;

import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who signs and reads, with key and certificate as the JDK's key store gives them; everybody starts from these. */
record Person(PrivateKey key, X509Certificate certificate) {
    enum Kind {
        RSA,
        P256,
        ED25519
    }

    static Person of(Kind kind) throws GeneralSecurityException {
        return switch (kind) {
            case RSA -> of(TestPki.shared().rsaPerson("Ada", "ada@example.org"));
            case P256 -> of(TestPki.shared().ecPerson("Ada", "ada@example.org"));
            case ED25519 -> edwards();
        };
    }

    private static Person of(TestIdentity identity) {
        return new Person(identity.key(), identity.certificate());
    }

    private static Person edwards() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        X500Name name = new X500Name("CN=Ada");
        Instant now = Instant.now();
        try {
            return new Person(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            name,
                                            BigInteger.ONE,
                                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                                            name,
                                            pair.getPublic())
                                    .build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate()))));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The key as the provider's own. */
    PrivateKey as(Provider provider) throws GeneralSecurityException {
        String kind = key.getAlgorithm().equals("EdDSA") ? "Ed25519" : key.getAlgorithm();
        return KeyFactory.getInstance(kind, provider).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }
}
