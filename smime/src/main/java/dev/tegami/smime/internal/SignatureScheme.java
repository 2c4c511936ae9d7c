package dev.tegami.smime.internal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
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
    ED25519("Ed25519", DigestAlgorithm.SHA512, new ASN1ObjectIdentifier("1.3.101.112"));

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
        return ED25519.fits(certificate) ? ED25519 : null;
    }

    /** Whether a certificate's key is for signatures of this kind. */
    public boolean fits(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        String name = key.getAlgorithm().toUpperCase(Locale.ROOT);
        if (isRsa()) {
            return key instanceof RSAKey
                    && RsaUse.allows(
                            Certificates.structure(certificate)
                                    .getSubjectPublicKeyInfo()
                                    .getAlgorithm(),
                            identifier());
        }
        return this == ED25519 ? name.equals("ED25519") || name.equals("EDDSA") : key instanceof ECKey;
    }

    private ASN1ObjectIdentifier identity() {
        return new ASN1ObjectIdentifier(oid);
    }
}
