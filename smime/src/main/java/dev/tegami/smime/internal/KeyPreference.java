package dev.tegami.smime.internal;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;

/** SMIMEEncryptionKeyPreference (RFC 8551 section 2.5.3): which certificate a signer wants answers to be encrypted to. */
public record KeyPreference(int kind, ASN1Encodable name) {
    public static KeyPreference of(ASN1Encodable value) {
        ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(value);
        return new KeyPreference(
                tagged.getTagNo(),
                switch (tagged.getTagNo()) {
                    case 0 -> IssuerAndSerialNumber.getInstance(ASN1Sequence.getInstance(tagged, false));
                    case 1 -> RecipientKeyIdentifier.getInstance(tagged, false).getSubjectKeyIdentifier();
                    case 2 -> ASN1OctetString.getInstance(tagged, false);
                    default -> throw new IllegalArgumentException("no key preference");
                });
    }

    /** Whether it is this one. */
    public boolean names(X509Certificate certificate) {
        return name instanceof IssuerAndSerialNumber issued
                ? Recipients.isIssuedAs(Certificates.fields(certificate), issued)
                : Recipients.hasKeyId(
                        Certificates.fields(certificate),
                        ASN1OctetString.getInstance(name).getOctets());
    }
}
