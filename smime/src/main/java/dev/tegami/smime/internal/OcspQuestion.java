package dev.tegami.smime.internal;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;

/** One question about one certificate, with a nonce. */
public final class OcspQuestion {
    private static final int NONCE = 32;

    private final Certificate certificate;
    private final byte[] nonce;
    private final byte[] encoded;

    private OcspQuestion(Certificate certificate, byte[] nonce, byte[] encoded) {
        this.certificate = certificate;
        this.nonce = nonce;
        this.encoded = encoded;
    }

    /** SHA-1 names the issuer, which every responder knows (RFC 5019); it protects nothing here. */
    public static OcspQuestion about(X509Certificate certificate, X509Certificate issuer) {
        Certificate authority = Certificates.structure(issuer);
        byte[] key = authority.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
        CertID id = new CertID(
                DigestAlgorithm.SHA1.identifier(),
                new DEROctetString(DigestAlgorithm.SHA1.of(Der.of(authority.getSubject()))),
                new DEROctetString(DigestAlgorithm.SHA1.of(key)),
                new ASN1Integer(certificate.getSerialNumber()));
        byte[] nonce = Crypto.random(NONCE);
        Extension extension =
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, Der.of(new DEROctetString(nonce)));
        try {
            OCSPReq request = new OCSPReqBuilder()
                    .addRequest(new CertificateID(id))
                    .setRequestExtensions(new Extensions(extension))
                    .build();
            return new OcspQuestion(Certificates.structure(certificate), nonce, request.getEncoded());
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("values in memory can be encoded", e);
        }
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    public List<URI> responders() {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        List<URI> found = new ArrayList<>();
        if (extensions == null) {
            return found;
        }
        try {
            AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
            for (AccessDescription each : access == null ? new AccessDescription[0] : access.getAccessDescriptions()) {
                GeneralName place = each.getAccessLocation();
                if (each.getAccessMethod().equals(OCSPObjectIdentifiers.id_pkix_ocsp)
                        && place.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    URI uri = URI.create(
                            ASN1IA5String.getInstance(place.getName()).getString());
                    if ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) {
                        found.add(uri);
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            return List.of(); // an address that cannot be read is none
        }
        return found;
    }

    /** Whether it is an answer, and if it bears a nonce, ours. */
    public boolean isAnsweredBy(byte[] answer) {
        try {
            OCSPResp response = new OCSPResp(answer);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return false;
            }
            Extension theirs = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            return theirs == null
                    || Arrays.equals(
                            nonce,
                            DEROctetString.getInstance(theirs.getParsedValue()).getOctets());
        } catch (IOException | OCSPException | RuntimeException e) {
            return false;
        }
    }
}
