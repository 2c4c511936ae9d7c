package dev.tegami.smime.internal;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Whether a signer names a certificate; several may answer to one name. */
public final class SignerMatch {
    private SignerMatch() {}

    public static boolean of(SignerIdentifier id, X509Certificate candidate) {
        TBSCertificate certificate = Certificates.fields(candidate);
        return id.isTagged()
                ? Recipients.hasKeyId(
                        certificate, ASN1OctetString.getInstance(id.getId()).getOctets())
                : Recipients.isIssuedAs(certificate, IssuerAndSerialNumber.getInstance(id.getId()));
    }
}
