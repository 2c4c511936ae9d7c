package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.CertificateList;

/** SignedData that nobody signed: certificates and lists only (RFC 8551 section 3.2.2). */
public record CertsOnly(List<byte[]> certificates, List<byte[]> crls) {
    /** Writes it in DER. */
    public static byte[] of(List<X509Certificate> certificates, List<X509CRL> lists) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        certificates.forEach(each -> all.add(Certificates.structure(each)));
        ASN1EncodableVector crls = new ASN1EncodableVector();
        lists.forEach(each -> crls.add(structure(each)));
        SignedData data = new SignedData(
                new DERSet(),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                certificates.isEmpty() ? null : new DERSet(all),
                lists.isEmpty() ? null : new DERSet(crls),
                new DERSet());
        return Der.of(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    private static CertificateList structure(X509CRL list) {
        try {
            return CertificateList.getInstance(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalArgumentException("the list has no usable encoding", e);
        }
    }

    /** Reads it; empty if it is something else, such as a signature. */
    public static Optional<CertsOnly> read(Source cms, CmsBounds bounds) throws IOException {
        if (CmsType.of(cms) != CmsType.SIGNED) {
            return Optional.empty();
        }
        CmsSigned signed = CmsSigned.read(cms, bounds);
        return signed.content() == null && signed.signers().isEmpty()
                ? Optional.of(new CertsOnly(signed.certificates(), signed.crls()))
                : Optional.empty();
    }
}
