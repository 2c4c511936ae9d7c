package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Checks signatures: RSA with the JDK, all other keys with Bouncy Castle. */
public final class Verifier {
    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> RSA = Map.of(
            PKCSObjectIdentifiers.md5WithRSAEncryption, DigestAlgorithm.MD5,
            PKCSObjectIdentifiers.sha1WithRSAEncryption, DigestAlgorithm.SHA1,
            PKCSObjectIdentifiers.sha224WithRSAEncryption, DigestAlgorithm.SHA224,
            PKCSObjectIdentifiers.sha256WithRSAEncryption, DigestAlgorithm.SHA256,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, DigestAlgorithm.SHA384,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, DigestAlgorithm.SHA512);
    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> ECDSA = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA1, DigestAlgorithm.SHA1,
            X9ObjectIdentifiers.ecdsa_with_SHA224, DigestAlgorithm.SHA224,
            X9ObjectIdentifiers.ecdsa_with_SHA256, DigestAlgorithm.SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384, DigestAlgorithm.SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, DigestAlgorithm.SHA512);

    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> DSA =
            Map.of(X9ObjectIdentifiers.id_dsa_with_sha1, DigestAlgorithm.SHA1);

    private final AlgorithmIdentifier algorithm;
    private final DigestAlgorithm digest;

    public Verifier(AlgorithmIdentifier algorithm, DigestAlgorithm digest) {
        this.algorithm = algorithm;
        this.digest = digest;
    }

    /** Whether the signature is the key's over the octets; any trouble with it means no. */
    public boolean verifies(X509Certificate certificate, byte[] octets, byte[] signature)
            throws NoSuchAlgorithmException {
        try {
            permit(certificate);
            Signature check = signature(Certificates.key(certificate));
            check.update(octets);
            return check.verify(signature);
        } catch (NoSuchAlgorithmException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** The same for a signature that was made without signed attributes, of which only the digest is known. */
    public boolean verifiesDigest(X509Certificate certificate, byte[] hash, byte[] signature)
            throws NoSuchAlgorithmException {
        try {
            permit(certificate);
            PublicKey key = Certificates.key(certificate);
            boolean rsa = key.getAlgorithm().equals("RSA");
            Signature check = Signature.getInstance(bare(key.getAlgorithm()), Crypto.BC);
            check.initVerify(key);
            check.update(rsa ? Der.of(new DigestInfo(stated(), hash)) : hash);
            return check.verify(signature);
        } catch (NoSuchAlgorithmException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private void permit(X509Certificate certificate) throws NoSuchAlgorithmException {
        SubjectPublicKeyInfo info = Certificates.structure(certificate).getSubjectPublicKeyInfo();
        if (!RsaUse.allows(info.getAlgorithm(), algorithm)) {
            throw new NoSuchAlgorithmException("the certificate's key is not for signatures by "
                    + algorithm.getAlgorithm() + ", or not with these parameters (RFC 4055)");
        }
        if (info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)
                && (info.getAlgorithm().getParameters() == null
                        || info.getAlgorithm().getParameters().equals(DERNull.INSTANCE))) {
            throw new NoSuchAlgorithmException(
                    "the certificate's DSA key inherits its parameters (RFC 3279), which is not supported");
        }
    }

    private String bare(String kind) throws GeneralSecurityException {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        switch (kind) {
            case "RSA" -> plain(oid, RSA, PKCSObjectIdentifiers.rsaEncryption, "RSA");
            case "DSA" -> plain(oid, DSA, X9ObjectIdentifiers.id_dsa, "DSA");
            default -> plain(oid, ECDSA, X9ObjectIdentifiers.id_ecPublicKey, "ECDSA");
        }
        return "NONEwith" + (kind.startsWith("EC") ? "ECDSA" : kind);
    }

    private AlgorithmIdentifier stated() {
        return new AlgorithmIdentifier(digest.identifier().getAlgorithm(), DERNull.INSTANCE);
    }

    private Signature signature(PublicKey key) throws GeneralSecurityException {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        Signature check;
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            check = pss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
        } else if (key.getAlgorithm().equals("RSA")) {
            check = Signature.getInstance(plain(oid, RSA, PKCSObjectIdentifiers.rsaEncryption, "RSA"));
        } else if (key.getAlgorithm().startsWith("EC")) {
            check = Signature.getInstance(plain(oid, ECDSA, X9ObjectIdentifiers.id_ecPublicKey, "ECDSA"), Crypto.BC);
        } else if (key.getAlgorithm().equals("DSA")) {
            check = Signature.getInstance(plain(oid, DSA, X9ObjectIdentifiers.id_dsa, "DSA"), Crypto.BC);
        } else {
            check = Signature.getInstance(pure(key), Crypto.BC);
        }
        check.initVerify(key);
        return check;
    }

    /** A key that has one way to sign is used for no other, such as one of a digest that is made beforehand. */
    private String pure(PublicKey key) throws GeneralSecurityException {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        SignatureScheme scheme = SignatureScheme.pure(oid)
                .orElseThrow(() -> new NoSuchAlgorithmException("unknown signature algorithm " + oid));
        ASN1ObjectIdentifier kind = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getAlgorithm();
        if (!kind.equals(oid) || algorithm.getParameters() != null) {
            throw new SignatureException("the signature is not for a key of this kind");
        }
        if (!scheme.permits(digest)) {
            throw new NoSuchAlgorithmException(digest.jca() + " is too weak for " + scheme.jca());
        }
        return scheme.jca();
    }

    private String plain(
            ASN1ObjectIdentifier oid,
            Map<ASN1ObjectIdentifier, DigestAlgorithm> known,
            ASN1ObjectIdentifier bare,
            String family)
            throws SignatureException, NoSuchAlgorithmException {
        DigestAlgorithm stated = oid.equals(bare) ? digest : known.get(oid);
        if (stated == null) {
            throw new NoSuchAlgorithmException("unknown signature algorithm " + oid);
        }
        if (stated != digest) {
            throw new SignatureException("the signature's digest is not the signer's");
        }
        return stated.jca().replace("SHA-", "SHA") + "with" + family;
    }

    private Signature pss(RSASSAPSSparams parameters) throws GeneralSecurityException {
        DigestAlgorithm hash = digest(parameters.getHashAlgorithm());
        DigestAlgorithm mask = digest(
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters()));
        if (hash != digest || mask != hash) {
            throw new SignatureException("the digests of the signature differ");
        }
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(
                SignatureScheme.pss(hash, mask, parameters.getSaltLength().intValueExact()));
        return check;
    }

    private static DigestAlgorithm digest(AlgorithmIdentifier identifier) throws NoSuchAlgorithmException {
        return DigestAlgorithm.of(identifier.getAlgorithm())
                .orElseThrow(() -> new NoSuchAlgorithmException("unknown digest " + identifier.getAlgorithm()));
    }
}
