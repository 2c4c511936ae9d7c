package dev.tegami.smime.internal;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The content ciphers (RFC 3565, RFC 5084, RFC 8103). */
public enum CipherSuite {
    AES_128_CBC(NISTObjectIdentifiers.id_aes128_CBC, "AES/CBC/PKCS5Padding", "AES", 16, 16),
    AES_192_CBC(NISTObjectIdentifiers.id_aes192_CBC, "AES/CBC/PKCS5Padding", "AES", 24, 16),
    AES_256_CBC(NISTObjectIdentifiers.id_aes256_CBC, "AES/CBC/PKCS5Padding", "AES", 32, 16),
    AES_128_GCM(NISTObjectIdentifiers.id_aes128_GCM, "AES/GCM/NoPadding", "AES", 16, 12),
    AES_192_GCM(NISTObjectIdentifiers.id_aes192_GCM, "AES/GCM/NoPadding", "AES", 24, 12),
    AES_256_GCM(NISTObjectIdentifiers.id_aes256_GCM, "AES/GCM/NoPadding", "AES", 32, 12),
    CHACHA20_POLY1305(PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305, "ChaCha20-Poly1305", "ChaCha20", 32, 12),
    TRIPLE_DES_CBC(PKCSObjectIdentifiers.des_EDE3_CBC, "DESede/CBC/PKCS5Padding", "DESede", 24, 8);

    private final String oid;
    private final String transformation;
    private final String keyAlgorithm;
    private final int keyLength;
    private final int nonceLength;

    CipherSuite(ASN1ObjectIdentifier oid, String transformation, String keyAlgorithm, int keyLength, int nonceLength) {
        this.oid = oid.getId();
        this.transformation = transformation;
        this.keyAlgorithm = keyAlgorithm;
        this.keyLength = keyLength;
        this.nonceLength = nonceLength;
    }

    static Optional<CipherSuite> of(ASN1ObjectIdentifier oid) {
        for (CipherSuite suite : values()) {
            if (suite.oid.equals(oid.getId())) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    public boolean isAuthenticated() {
        return isGcm() || this == CHACHA20_POLY1305;
    }

    boolean isGcm() {
        return transformation.startsWith("AES/GCM");
    }

    String transformation() {
        return transformation;
    }

    String keyAlgorithm() {
        return keyAlgorithm;
    }

    public int keyLength() {
        return keyLength;
    }

    int nonceLength() {
        return nonceLength;
    }

    AlgorithmIdentifier identifier(byte[] nonce) {
        ASN1Encodable parameters = isGcm() ? new GCMParameters(nonce, 16) : new DEROctetString(nonce);
        return new AlgorithmIdentifier(identity(), parameters);
    }

    private ASN1ObjectIdentifier identity() {
        return new ASN1ObjectIdentifier(oid);
    }
}
