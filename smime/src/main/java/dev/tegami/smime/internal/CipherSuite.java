package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
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
    TRIPLE_DES_CBC(PKCSObjectIdentifiers.des_EDE3_CBC, "DESede/CBC/PKCS5Padding", "DESede", 24, 8),
    DES_CBC(OIWObjectIdentifiers.desCBC, "DES/CBC/PKCS5Padding", "DES", 8, 8),
    RC2_128_CBC(PKCSObjectIdentifiers.RC2_CBC, "RC2/CBC/PKCS5Padding", "RC2", 16, 8),
    RC2_64_CBC(PKCSObjectIdentifiers.RC2_CBC, "RC2/CBC/PKCS5Padding", "RC2", 8, 8),
    RC2_40_CBC(PKCSObjectIdentifiers.RC2_CBC, "RC2/CBC/PKCS5Padding", "RC2", 5, 8);

    /** What the JDK's AES-GCM takes in one message, less than a block for what it holds back. */
    static final long MOST_JDK_GCM = Integer.MAX_VALUE - 64;

    /** Then the counter would begin again (NIST SP 800-38D section 5.2.1.1). */
    static final long MOST_GCM = (1L << 36) - 32;

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

    /** The suite that an identifier is for. */
    static Optional<CipherSuite> of(AlgorithmIdentifier identifier) {
        if (identifier.getAlgorithm().equals(PKCSObjectIdentifiers.RC2_CBC)) {
            return rc2(identifier);
        }
        for (CipherSuite suite : values()) {
            if (suite.oid.equals(identifier.getAlgorithm().getId())) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** The numbers stand for numbers of bits (RFC 2268 section 6). */
    private static Optional<CipherSuite> rc2(AlgorithmIdentifier identifier) {
        try {
            return switch (RC2CBCParameter.getInstance(identifier.getParameters())
                    .getRC2ParameterVersion()
                    .intValueExact()) {
                case 58 -> Optional.of(RC2_128_CBC);
                case 120 -> Optional.of(RC2_64_CBC);
                case 160 -> Optional.of(RC2_40_CBC);
                default -> Optional.empty();
            };
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean isRc2() {
        return keyAlgorithm.equals("RC2");
    }

    /** A cipher for so many octets: the JDK's, but for AES-GCM of more than it takes. */
    Cipher cipher(long octets) throws GeneralSecurityException {
        if (isGcm() && octets > MOST_GCM) {
            throw new GeneralSecurityException("AES-GCM takes 64 GiB at most, not " + octets + " octets");
        }
        return isGcm() && octets > MOST_JDK_GCM
                ? Cipher.getInstance(transformation, Crypto.BC)
                : Cipher.getInstance(transformation);
    }

    /** What initialises the cipher, for every suite but AES-GCM. */
    AlgorithmParameterSpec spec(byte[] nonce) {
        return isRc2() ? new RC2ParameterSpec(keyLength * 8, nonce) : new IvParameterSpec(nonce);
    }

    /** The nonce in the parameters of an identifier. */
    byte[] nonce(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        if (isRc2()) {
            return RC2CBCParameter.getInstance(parameters).getIV();
        }
        return isGcm()
                ? GCMParameters.getInstance(parameters).getNonce()
                : ASN1OctetString.getInstance(parameters).getOctets();
    }

    /** The object identifier. */
    public String oid() {
        return oid;
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
