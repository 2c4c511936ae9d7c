package dev.tegami.smime.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The digests that are ever run. Any other one is refused before it costs time. */
public enum DigestAlgorithm {
    MD5("MD5", "md5", PKCSObjectIdentifiers.md5),
    SHA1("SHA-1", "sha-1", new ASN1ObjectIdentifier("1.3.14.3.2.26")),
    SHA224("SHA-224", "sha-224", NISTObjectIdentifiers.id_sha224),
    SHA256("SHA-256", "sha-256", NISTObjectIdentifiers.id_sha256),
    SHA384("SHA-384", "sha-384", NISTObjectIdentifiers.id_sha384),
    SHA512("SHA-512", "sha-512", NISTObjectIdentifiers.id_sha512),
    SHA3_256("SHA3-256", "sha3-256", NISTObjectIdentifiers.id_sha3_256),
    SHA3_384("SHA3-384", "sha3-384", NISTObjectIdentifiers.id_sha3_384),
    SHA3_512("SHA3-512", "sha3-512", NISTObjectIdentifiers.id_sha3_512),
    /** 256 bits of it (RFC 8702 section 3.1). */
    SHAKE128("SHAKE128-256", "shake128", NISTObjectIdentifiers.id_shake128),
    /** 512 bits of it. */
    SHAKE256("SHAKE256-512", "shake256", NISTObjectIdentifiers.id_shake256),
    /** The same, with its length as a parameter, as Ed448 wants it (RFC 8419 section 2.3). */
    SHAKE256_512("SHAKE256-512", "shake256", NISTObjectIdentifiers.id_shake256_len);

    private static final ASN1Integer LENGTH = new ASN1Integer(512);

    private final String jca;
    private final String micalg;
    private final String oid;

    DigestAlgorithm(String jca, String micalg, ASN1ObjectIdentifier oid) {
        this.jca = jca;
        this.micalg = micalg;
        this.oid = oid.getId();
    }

    public static Optional<DigestAlgorithm> of(ASN1ObjectIdentifier oid) {
        for (DigestAlgorithm digest : values()) {
            if (digest.oid.equals(oid.getId())) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    /** The digest that an identifier is for, its parameters included. */
    public static Optional<DigestAlgorithm> of(AlgorithmIdentifier identifier) {
        return of(identifier.getAlgorithm())
                .filter(found -> found != SHAKE256_512 || LENGTH.equals(identifier.getParameters()));
    }

    /** The name providers know it by. */
    public String jca() {
        return jca;
    }

    /** The name in {@code micalg} (RFC 8551 section 3.5.3.2). */
    public String micalg() {
        return micalg;
    }

    public AlgorithmIdentifier identifier() {
        return this == SHAKE256_512 ? new AlgorithmIdentifier(identity(), LENGTH) : new AlgorithmIdentifier(identity());
    }

    /** How many bits come out. */
    int bits() {
        return switch (this) {
            case MD5 -> 128;
            case SHA1 -> 160;
            case SHA224 -> 224;
            case SHA256, SHA3_256, SHAKE128 -> 256;
            case SHA384, SHA3_384 -> 384;
            case SHA512, SHA3_512, SHAKE256, SHAKE256_512 -> 512;
        };
    }

    private boolean isShake() {
        return jca.startsWith("SHAKE");
    }

    public MessageDigest start() {
        try {
            return isShake() ? MessageDigest.getInstance(jca, Crypto.BC) : MessageDigest.getInstance(jca);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK 17 or Bouncy Castle has " + jca, e);
        }
    }

    public byte[] of(byte[] octets) {
        return start().digest(octets);
    }

    private ASN1ObjectIdentifier identity() {
        return new ASN1ObjectIdentifier(oid);
    }
}
