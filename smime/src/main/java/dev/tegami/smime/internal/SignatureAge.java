package dev.tegami.smime.internal;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** How old the digest is that a certificate or a response is signed over. */
public enum SignatureAge {
    /** As good as new. */
    CURRENT,
    SHA224,
    SHA1,
    /** Broken, or not known. */
    BROKEN;

    private static final Set<ASN1ObjectIdentifier> OF_SHA1 = Set.of(
            PKCSObjectIdentifiers.sha1WithRSAEncryption,
            OIWObjectIdentifiers.sha1WithRSA,
            OIWObjectIdentifiers.dsaWithSHA1,
            X9ObjectIdentifiers.id_dsa_with_sha1,
            X9ObjectIdentifiers.ecdsa_with_SHA1);
    private static final Set<ASN1ObjectIdentifier> OF_SHA224 = Set.of(
            PKCSObjectIdentifiers.sha224WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA224,
            NISTObjectIdentifiers.dsa_with_sha224);
    private static final Set<ASN1ObjectIdentifier> GOOD = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.sha512_256WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519,
            EdECObjectIdentifiers.id_Ed448);

    public static SignatureAge of(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return ofPss(algorithm);
        }
        if (OF_SHA1.contains(oid)) {
            return SHA1;
        }
        if (OF_SHA224.contains(oid)) {
            return SHA224;
        }
        // the arc of NIST's signatures: over SHA-2, SHA-3 and after quantum computers
        return GOOD.contains(oid) || oid.on(NISTObjectIdentifiers.sigAlgs) ? CURRENT : BROKEN;
    }

    /** Without parameters it is SHA-1 (RFC 4055 section 3.1), for both digests. */
    private static SignatureAge ofPss(AlgorithmIdentifier algorithm) {
        try {
            RSASSAPSSparams parameters = algorithm.getParameters() == null
                    ? new RSASSAPSSparams()
                    : RSASSAPSSparams.getInstance(algorithm.getParameters());
            ASN1ObjectIdentifier mask = AlgorithmIdentifier.getInstance(
                            parameters.getMaskGenAlgorithm().getParameters())
                    .getAlgorithm();
            SignatureAge one = of(parameters.getHashAlgorithm().getAlgorithm());
            SignatureAge other = of(mask);
            return one.compareTo(other) > 0 ? one : other;
        } catch (RuntimeException e) {
            return BROKEN;
        }
    }

    private static SignatureAge of(ASN1ObjectIdentifier digest) {
        Optional<DigestAlgorithm> known = DigestAlgorithm.of(digest);
        return known.map(SignatureAge::of).orElse(BROKEN);
    }

    private static SignatureAge of(DigestAlgorithm digest) {
        return switch (digest) {
            case MD5 -> BROKEN;
            case SHA1 -> SHA1;
            case SHA224 -> SHA224;
            default -> CURRENT;
        };
    }
}
