package dev.tegami.smime.internal;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.RespID;

/** How OCSP names certificates (RFC 6960 sections 4.1.1 and 4.2.1). */
final class OcspCertificate {
    private OcspCertificate() {}

    static boolean is(CertificateID id, X509Certificate certificate, X509Certificate issuer) {
        DigestAlgorithm digest = DigestAlgorithm.of(id.getHashAlgOID()).orElse(null);
        Certificate structure = Certificates.structure(issuer);
        return digest != null
                && id.getSerialNumber().equals(certificate.getSerialNumber())
                && certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && Arrays.equals(digest.of(Der.of(structure.getSubject())), id.getIssuerNameHash())
                && Arrays.equals(digest.of(key(structure)), id.getIssuerKeyHash());
    }

    static boolean isCalled(X509Certificate responder, RespID id) {
        ResponderID wanted = id.toASN1Primitive();
        Certificate structure = Certificates.structure(responder);
        return wanted.getKeyHash() != null
                ? Arrays.equals(DigestAlgorithm.SHA1.of(key(structure)), wanted.getKeyHash())
                : structure.getSubject().equals(wanted.getName());
    }

    private static byte[] key(Certificate structure) {
        return structure.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
    }
}
