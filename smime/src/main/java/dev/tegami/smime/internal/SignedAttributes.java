package dev.tegami.smime.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEEncryptionKeyPreferenceAttribute;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** The signed attributes of RFC 8551 section 2.5, with the protections of RFC 5035 and RFC 6211. */
final class SignedAttributes {
    private SignedAttributes() {}

    static DERSet of(SignerSpec signer, ASN1ObjectIdentifier contentType, byte[] digest, Attributes wanted) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(attribute(CMSAttributes.contentType, contentType));
        all.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        all.add(attribute(CMSAttributes.signingTime, new Time(Date.from(wanted.signingTime()), Locale.ROOT)));
        all.add(attribute(
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(
                        signer.scheme().digest().identifier(),
                        CMSAlgorithmProtection.SIGNATURE,
                        signer.scheme().identifier())));
        all.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, binding(signer.certificate())));
        all.add(OwnCapabilities.attribute());
        if (wanted.encryptTo() != null) {
            TBSCertificate preferred = Certificates.fields(wanted.encryptTo());
            all.add(new SMIMEEncryptionKeyPreferenceAttribute(new IssuerAndSerialNumber(
                    preferred.getIssuer(), preferred.getSerialNumber().getValue())));
        }
        wanted.more().forEach(all::add);
        return new DERSet(all);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /** Binds the signature to this one certificate, not to whatever else has its key (RFC 5035). */
    private static SigningCertificateV2 binding(X509Certificate certificate) {
        TBSCertificate fields = Certificates.fields(certificate);
        GeneralNames issuer = new GeneralNames(new GeneralName(fields.getIssuer()));
        ASN1Integer serial = fields.getSerialNumber();
        return new SigningCertificateV2(new ESSCertIDv2(
                DigestAlgorithm.SHA256.of(Certificates.encoded(certificate)), new IssuerSerial(issuer, serial)));
    }

    /** What the caller may choose of them. */
    record Attributes(
            Instant signingTime,
            @org.jspecify.annotations.Nullable X509Certificate encryptTo,
            java.util.List<Attribute> more) {}
}
