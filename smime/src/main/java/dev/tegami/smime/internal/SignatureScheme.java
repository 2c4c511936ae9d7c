package dev.tegami.smime.internal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** The ways to sign, each with its name for the JCA and its identifier for CMS. */
public enum SignatureScheme {
    RSA_SHA256("SHA256withRSA", DigestAlgorithm.SHA256, PKCSObjectIdentifiers.sha256WithRSAEncryption),
    RSA_SHA384("SHA384withRSA", DigestAlgorithm.SHA384, PKCSObjectIdentifiers.sha384WithRSAEncryption),
    RSA_SHA512("SHA512withRSA", DigestAlgorithm.SHA512, PKCSObjectIdentifiers.sha512WithRSAEncryption),
    RSA_PSS_SHA256("RSASSA-PSS", DigestAlgorithm.SHA256, PKCSObjectIdentifiers.id_RSASSA_PSS),
    RSA_PSS_SHA384("RSASSA-PSS", DigestAlgorithm.SHA384, PKCSObjectIdentifiers.id_RSASSA_PSS),
    RSA_PSS_SHA512("RSASSA-PSS", DigestAlgorithm.SHA512, PKCSObjectIdentifiers.id_RSASSA_PSS),
    ECDSA_SHA256("SHA256withECDSA", DigestAlgorithm.SHA256, X9ObjectIdentifiers.ecdsa_with_SHA256),
    ECDSA_SHA384("SHA384withECDSA", DigestAlgorithm.SHA384, X9ObjectIdentifiers.ecdsa_with_SHA384),
    ECDSA_SHA512("SHA512withECDSA", DigestAlgorithm.SHA512, X9ObjectIdentifiers.ecdsa_with_SHA512),
    ED25519("Ed25519", DigestAlgorithm.SHA512, EdECObjectIdentifiers.id_Ed25519),
    ED448("Ed448", DigestAlgorithm.SHAKE256_512, EdECObjectIdentifiers.id_Ed448),
    ML_DSA_44("ML-DSA-44", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_ml_dsa_44),
    ML_DSA_65("ML-DSA-65", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_ml_dsa_65),
    ML_DSA_87("ML-DSA-87", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_ml_dsa_87),
    SLH_DSA_SHA2_128S("SLH-DSA-SHA2-128S", DigestAlgorithm.SHA256, NISTObjectIdentifiers.id_slh_dsa_sha2_128s),
    SLH_DSA_SHA2_128F("SLH-DSA-SHA2-128F", DigestAlgorithm.SHA256, NISTObjectIdentifiers.id_slh_dsa_sha2_128f),
    SLH_DSA_SHA2_192S("SLH-DSA-SHA2-192S", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_slh_dsa_sha2_192s),
    SLH_DSA_SHA2_192F("SLH-DSA-SHA2-192F", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_slh_dsa_sha2_192f),
    SLH_DSA_SHA2_256S("SLH-DSA-SHA2-256S", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_slh_dsa_sha2_256s),
    SLH_DSA_SHA2_256F("SLH-DSA-SHA2-256F", DigestAlgorithm.SHA512, NISTObjectIdentifiers.id_slh_dsa_sha2_256f),
    SLH_DSA_SHAKE_128S("SLH-DSA-SHAKE-128S", DigestAlgorithm.SHAKE128, NISTObjectIdentifiers.id_slh_dsa_shake_128s),
    SLH_DSA_SHAKE_128F("SLH-DSA-SHAKE-128F", DigestAlgorithm.SHAKE128, NISTObjectIdentifiers.id_slh_dsa_shake_128f),
    SLH_DSA_SHAKE_192S("SLH-DSA-SHAKE-192S", DigestAlgorithm.SHAKE256, NISTObjectIdentifiers.id_slh_dsa_shake_192s),
    SLH_DSA_SHAKE_192F("SLH-DSA-SHAKE-192F", DigestAlgorithm.SHAKE256, NISTObjectIdentifiers.id_slh_dsa_shake_192f),
    SLH_DSA_SHAKE_256S("SLH-DSA-SHAKE-256S", DigestAlgorithm.SHAKE256, NISTObjectIdentifiers.id_slh_dsa_shake_256s),
    SLH_DSA_SHAKE_256F("SLH-DSA-SHAKE-256F", DigestAlgorithm.SHAKE256, NISTObjectIdentifiers.id_slh_dsa_shake_256f);

    private final String jca;
    private final DigestAlgorithm digest;
    private final String oid;

    SignatureScheme(String jca, DigestAlgorithm digest, ASN1ObjectIdentifier oid) {
        this.jca = jca;
        this.digest = digest;
        this.oid = oid.getId();
    }

    public String jca() {
        return jca;
    }

    public DigestAlgorithm digest() {
        return digest;
    }

    public boolean isRsa() {
        return name().startsWith("RSA");
    }

    /** The parameters that RSASSA-PSS needs: salt as long as the digest. */
    public Optional<PSSParameterSpec> pss() {
        return jca.equals("RSASSA-PSS") ? Optional.of(pss(digest, digest, saltLength())) : Optional.empty();
    }

    static PSSParameterSpec pss(DigestAlgorithm hash, DigestAlgorithm mask, int salt) {
        return new PSSParameterSpec(hash.jca(), "MGF1", new MGF1ParameterSpec(mask.jca()), salt, 1);
    }

    private int saltLength() {
        return digest == DigestAlgorithm.SHA256 ? 32 : digest == DigestAlgorithm.SHA384 ? 48 : 64;
    }

    public AlgorithmIdentifier identifier() {
        if (pss().isPresent()) {
            AlgorithmIdentifier hash = digest.identifier();
            AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash);
            return new AlgorithmIdentifier(
                    identity(),
                    new RSASSAPSSparams(
                            hash, mask, new ASN1Integer(saltLength()), RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
        }
        return isRsa() ? new AlgorithmIdentifier(identity(), DERNull.INSTANCE) : new AlgorithmIdentifier(identity());
    }

    /** What suits a certificate's key: for curves the digest of their strength (RFC 8551 section 2.2, RFC 8419). */
    public static @Nullable SignatureScheme suiting(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAKey) {
            return Stream.of(RSA_SHA256, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512)
                    .filter(scheme -> scheme.fits(certificate))
                    .findFirst()
                    .orElse(null);
        }
        if (key instanceof ECKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits > 400 ? ECDSA_SHA512 : bits > 300 ? ECDSA_SHA384 : ECDSA_SHA256;
        }
        return Stream.of(values())
                .filter(scheme -> scheme.isPure() && scheme.fits(certificate))
                .findFirst()
                .orElse(null);
    }

    /** Whether a certificate's key is for signatures of this kind. */
    public boolean fits(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        AlgorithmIdentifier kind =
                Certificates.structure(certificate).getSubjectPublicKeyInfo().getAlgorithm();
        if (isRsa()) {
            return key instanceof RSAKey && RsaUse.allows(kind, identifier());
        }
        return isPure() ? kind.getAlgorithm().equals(identity()) : key instanceof ECKey;
    }

    /** Whether the key itself hashes what is signed, and is of no use for any other scheme. */
    private boolean isPure() {
        return compareTo(ED25519) >= 0;
    }

    /** Whether a certificate's key is for ML-DSA or SLH-DSA. */
    public static boolean isPostQuantum(X509Certificate certificate) {
        AlgorithmIdentifier kind =
                Certificates.structure(certificate).getSubjectPublicKeyInfo().getAlgorithm();
        return pure(kind.getAlgorithm())
                .filter(each -> each.compareTo(ML_DSA_44) >= 0)
                .isPresent();
    }

    /** The scheme of keys that have one only. */
    static Optional<SignatureScheme> pure(ASN1ObjectIdentifier key) {
        return Stream.of(values())
                .filter(scheme -> scheme.isPure() && scheme.oid.equals(key.getId()))
                .findFirst();
    }

    /**
     * Whether a digest of the content is as strong as the signature: RFC 8419 section 3.1 for Ed448, RFC 9882 section 3.3,
     * RFC 9814 section 4. Ed25519 has been used with others than SHA-512, which {@link #isUnusual} tells.
     */
    boolean permits(DigestAlgorithm chosen) {
        return switch (this) {
            case ED448 -> chosen == DigestAlgorithm.SHAKE256_512 || chosen == DigestAlgorithm.SHAKE256;
            case ML_DSA_65 -> chosen.bits() >= 384;
            case ML_DSA_87 -> chosen.bits() >= 512;
            default ->
                !isPure() || chosen.bits() >= (name().contains("_192") ? 384 : name().contains("_256") ? 512 : 256);
        };
    }

    /** Whether a signature is by Ed25519 over another digest than SHA-512 (RFC 8419 section 3.1). */
    public static boolean isUnusual(AlgorithmIdentifier signature, DigestAlgorithm chosen) {
        return signature.getAlgorithm().equals(ED25519.identity()) && chosen != ED25519.digest;
    }

    private ASN1ObjectIdentifier identity() {
        return new ASN1ObjectIdentifier(oid);
    }
}
