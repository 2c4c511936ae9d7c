package dev.tegami.testkit;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes one certificate for a test.
 *
 * <pre>{@code
 * TestIdentity wrong = TestCertificate.named("wrong host").dns("example.net").server().issuedBy(pki.authority());
 * }</pre>
 */
public final class TestCertificate {
    private static final AtomicLong SERIALS = new AtomicLong(1);
    private static final int DIGITAL_SIGNATURE = 0x80;
    private static final int KEY_ENCIPHERMENT = 0x20;
    private static final int KEY_AGREEMENT = 0x08;
    private static final int SIGN_CERTIFICATES = 0x06;

    private final String name;
    private final List<byte[]> names = new ArrayList<>();
    private final List<byte[]> purposes = new ArrayList<>();
    private String algorithm = "EC";
    private int size = 256;
    private int usage = DIGITAL_SIGNATURE;
    private byte @Nullable [] authority;
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant until = Instant.now().plus(Duration.ofDays(30));

    private TestCertificate(String name) {
        this.name = name;
    }

    /** Begins a certificate with this common name and an EC P-256 key. */
    public static TestCertificate named(String commonName) {
        return new TestCertificate(commonName);
    }

    /** Uses an RSA key. */
    public TestCertificate rsa(int bits) {
        algorithm = "RSA";
        size = bits;
        usage |= KEY_ENCIPHERMENT;
        return this;
    }

    /** Adds a DNS name. */
    public TestCertificate dns(String host) {
        names.add(Der.ia5(0x82, host));
        return this;
    }

    /** Adds an IP address. */
    public TestCertificate address(String literal) {
        try {
            names.add(Der.tagged(0x87, InetAddress.getByName(literal).getAddress()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** Makes it a person's certificate for e-mail, to sign and to encrypt to. */
    public TestCertificate email(String address) {
        names.add(Der.ia5(0x81, address));
        purposes.add(Der.oid("1.3.6.1.5.5.7.3.4"));
        usage |= algorithm.equals("EC") ? KEY_AGREEMENT : KEY_ENCIPHERMENT;
        return this;
    }

    /** Makes it a TLS server's certificate. */
    public TestCertificate server() {
        purposes.add(Der.oid("1.3.6.1.5.5.7.3.1"));
        return this;
    }

    /** Makes it a TLS client's certificate. */
    public TestCertificate client() {
        purposes.add(Der.oid("1.3.6.1.5.5.7.3.2"));
        return this;
    }

    /** Makes it an authority. */
    public TestCertificate authority() {
        authority = Der.sequence(Der.truth());
        usage = SIGN_CERTIFICATES;
        return this;
    }

    /** Says when it is valid. */
    public TestCertificate valid(Instant begin, Instant end) {
        from = begin;
        until = end;
        return this;
    }

    /** Signs it with its own key. */
    public TestIdentity selfSigned() {
        KeyPair pair = pair();
        return new TestIdentity(pair.getPrivate(), List.of(certificate(pair, subject(), pair.getPrivate())));
    }

    /** Signs it with the key of an authority. */
    public TestIdentity issuedBy(TestIdentity issuer) {
        KeyPair pair = pair();
        byte[] issuerName = issuer.certificate().getSubjectX500Principal().getEncoded();
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate(pair, issuerName, issuer.key()));
        chain.addAll(issuer.chain());
        return new TestIdentity(pair.getPrivate(), chain);
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] subject() {
        return Der.sequence(Der.tagged(0x31, Der.sequence(Der.oid("2.5.4.3"), Der.utf8(name))));
    }

    private X509Certificate certificate(KeyPair pair, byte[] issuer, PrivateKey signer) {
        boolean ec = signer.getAlgorithm().equals("EC");
        byte[] signatureAlgorithm = ec
                ? Der.sequence(Der.oid("1.2.840.10045.4.3.2"))
                : Der.sequence(Der.oid("1.2.840.113549.1.1.11"), new byte[] {5, 0});
        byte[] body = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(SERIALS.incrementAndGet() + (System.nanoTime() & 0xFFFFFFFFL) * 1_000)),
                signatureAlgorithm,
                issuer,
                Der.sequence(Der.time(from), Der.time(until)),
                subject(),
                pair.getPublic().getEncoded(),
                Der.tagged(0xA3, Der.sequence(extensions())));
        try {
            Signature signature = Signature.getInstance(ec ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(signer);
            signature.update(body);
            byte[] whole = Der.sequence(body, signatureAlgorithm, Der.bits(0, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[][] extensions() {
        List<byte[]> all = new ArrayList<>();
        if (authority != null) {
            all.add(critical("2.5.29.19", authority));
        }
        int unused = Integer.numberOfTrailingZeros(usage);
        all.add(critical("2.5.29.15", Der.bits(unused, new byte[] {(byte) usage})));
        if (!purposes.isEmpty()) {
            all.add(extension("2.5.29.37", Der.sequence(purposes.toArray(byte[][]::new))));
        }
        if (!names.isEmpty()) {
            all.add(extension("2.5.29.17", Der.sequence(names.toArray(byte[][]::new))));
        }
        return all.toArray(byte[][]::new);
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.truth(), Der.octets(value));
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.octets(Arrays.copyOf(value, value.length)));
    }
}
