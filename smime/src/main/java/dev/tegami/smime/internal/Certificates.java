package dev.tegami.smime.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.interfaces.BCX509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** X.509 certificates, read by Bouncy Castle whatever provider made them. */
public final class Certificates {
    private static final KnownCertificates KNOWN = new KnownCertificates();

    private Certificates() {}

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509", Crypto.BC);
    }

    public static X509Certificate parse(byte[] encoded) throws MalformedCms {
        Optional<X509Certificate> known = KNOWN.find(encoded);
        if (known.isPresent()) {
            return known.get();
        }
        X509Certificate certificate = read(encoded);
        KNOWN.keep(encoded, certificate);
        return certificate;
    }

    private static X509Certificate read(byte[] encoded) throws MalformedCms {
        try {
            Object read = factory().generateCertificate(new ByteArrayInputStream(encoded));
            if (read instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException | RuntimeException e) {
            throw new MalformedCms("not a certificate", e);
        }
        throw new MalformedCms("not a certificate");
    }

    public static X509CRL crl(byte[] encoded) throws MalformedCms {
        try {
            Object read = factory().generateCRL(new ByteArrayInputStream(encoded));
            if (read instanceof X509CRL list) {
                return list;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new MalformedCms("not a revocation list", e);
        }
        throw new MalformedCms("not a revocation list");
    }

    /** How a list is signed. */
    public static AlgorithmIdentifier signature(X509CRL list) {
        try {
            return CertificateList.getInstance(list.getEncoded()).getSignatureAlgorithm();
        } catch (CRLException e) {
            throw new IllegalArgumentException("the list has no usable encoding", e);
        }
    }

    /** An OCSPResponse among revocation lists (RFC 5940). */
    public static byte[] ocsp(byte[] choice) throws MalformedCms {
        OtherRevocationInfoFormat other =
                Structure.parse(choice, it -> OtherRevocationInfoFormat.getInstance((ASN1TaggedObject) it, false));
        if (!other.getInfoFormat().equals(CMSObjectIdentifiers.id_ri_ocsp_response)) {
            throw new MalformedCms("another kind of revocation information");
        }
        return Der.of(other.getInfo());
    }

    /** Every certificate in a PEM or DER stream. */
    public static List<X509Certificate> readAll(InputStream in) throws IOException {
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (Object read : factory().generateCertificates(in)) {
                found.add((X509Certificate) read);
            }
            return found;
        } catch (CertificateException | RuntimeException e) {
            throw new IOException("not a certificate", e);
        }
    }

    /** The same certificate as an object of Bouncy Castle, which knows more kinds of keys than the JDK. */
    public static X509Certificate ours(X509Certificate certificate) {
        if (certificate.getClass().getName().startsWith("org.bouncycastle.")) {
            return certificate;
        }
        try {
            return parse(certificate.getEncoded());
        } catch (CertificateEncodingException | MalformedCms e) {
            throw new IllegalArgumentException("the certificate has no usable encoding", e);
        }
    }

    public static Certificate structure(X509Certificate certificate) {
        return Certificate.getInstance(encoded(certificate));
    }

    /** What an authority signed: the fields, which Bouncy Castle's own certificates have at hand. */
    static TBSCertificate fields(X509Certificate certificate) {
        return certificate instanceof BCX509Certificate ours
                ? ours.getTBSCertificateNative()
                : structure(certificate).getTBSCertificate();
    }

    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no usable encoding", e);
        }
    }

    /** The key as the provider wants it that is fastest with it: RSA as the JDK's, all others as Bouncy Castle's. */
    public static PublicKey key(X509Certificate certificate) throws GeneralSecurityException {
        SubjectPublicKeyInfo info = fields(certificate).getSubjectPublicKeyInfo();
        boolean curve = info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        if (curve && certificate instanceof BCX509Certificate) {
            named(info);
            return kept(certificate);
        }
        return key(info);
    }

    /** The key that the certificate keeps, with what was computed for it. */
    private static PublicKey kept(X509Certificate certificate) throws GeneralSecurityException {
        try {
            PublicKey key = certificate.getPublicKey();
            if (key != null) {
                return key;
            }
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("not a public key", e);
        }
        throw new GeneralSecurityException("not a public key");
    }

    static PublicKey key(SubjectPublicKeyInfo info) throws GeneralSecurityException {
        try {
            if (info.getAlgorithm().getAlgorithm().on(PKCSObjectIdentifiers.pkcs_1)) {
                RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
                return KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new java.security.spec.RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            }
            named(info);
            if (info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)
                    && !isStandard(DSAParameter.getInstance(info.getAlgorithm().getParameters()))) {
                throw new GeneralSecurityException("a DSA key of no standard size");
            }
            PublicKey key = BouncyCastleProvider.getPublicKey(info);
            if (key != null) {
                return key;
            }
            return KeyFactory.getInstance(info.getAlgorithm().getAlgorithm().getId(), Crypto.BC)
                    .generatePublic(new X509EncodedKeySpec(Der.of(info)));
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("not a public key", e);
        }
    }

    /** A curve that a key brings along may be made for it (RFC 5480 section 2.1.1). */
    private static void named(SubjectPublicKeyInfo info) throws GeneralSecurityException {
        AlgorithmIdentifier algorithm = info.getAlgorithm();
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && !(algorithm.getParameters() instanceof ASN1ObjectIdentifier)) {
            throw new GeneralSecurityException("a curve without a name");
        }
    }

    /** FIPS 186-4 ends here; beyond it the key alone takes seconds. All other kinds are bounded where they are used. */
    private static boolean isStandard(@Nullable DSAParameter parameters) {
        return parameters != null
                && parameters.getP().bitLength() <= 3072
                && parameters.getQ().bitLength() <= 256
                && parameters.getG().bitLength() <= 3072;
    }
}
