package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/** SignedData put together piece by piece, as no honest writer would. What is signed is really signed by Ada. */
record Forged(
        List<AlgorithmIdentifier> digests,
        @Nullable ASN1OctetString content,
        List<Certificate> certificates,
        List<SignerInfo> signers) {
    static final byte[] TEXT = "Content-Type: text/plain\r\n\r\npay Bob\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A structure with nothing wrong. */
    static Forged honest(Identity by) throws GeneralSecurityException, IOException {
        AlgorithmIdentifier digest = by.signatureAlgorithm().scheme().digest().identifier();
        return new Forged(
                List.of(digest), new DEROctetString(TEXT), chain(by), List.of(signer(by, attributes(by, TEXT))));
    }

    static List<Certificate> chain(Identity by) {
        List<Certificate> all = new ArrayList<>();
        all.add(dev.tegami.smime.internal.Certificates.structure(by.certificate()));
        by.issuers().forEach(each -> all.add(dev.tegami.smime.internal.Certificates.structure(each)));
        return all;
    }

    /** The attributes that are necessary. */
    static ASN1Set attributes(Identity by, byte[] content) {
        DigestAlgorithm digest = by.signatureAlgorithm().scheme().digest();
        return new DERSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)),
            new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest.of(content))))
        });
    }

    static SignerInfo signer(Identity by, ASN1Set attributes) throws GeneralSecurityException, IOException {
        byte[] signature = by.key().sign(by.signatureAlgorithm(), attributes.getEncoded(ASN1Encoding.DER));
        return signer(by, attributes, signature);
    }

    static SignerInfo signer(Identity by, @Nullable ASN1Set attributes, byte[] signature) {
        Certificate certificate = dev.tegami.smime.internal.Certificates.structure(by.certificate());
        return new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        certificate.getIssuer(), certificate.getSerialNumber().getValue())),
                by.signatureAlgorithm().scheme().digest().identifier(),
                attributes,
                by.signatureAlgorithm().scheme().identifier(),
                new DEROctetString(signature),
                null);
    }

    Forged declaring(AlgorithmIdentifier... changed) {
        return new Forged(List.of(changed), content, certificates, signers);
    }

    Forged over(byte[] changed) {
        return new Forged(digests, new DEROctetString(changed), certificates, signers);
    }

    Forged withoutContent() {
        return new Forged(digests, null, certificates, signers);
    }

    Forged carrying(List<Certificate> changed) {
        return new Forged(digests, content, changed, signers);
    }

    Forged by(SignerInfo... changed) {
        return new Forged(digests, content, certificates, List.of(changed));
    }

    private static DERSet set(List<? extends ASN1Encodable> elements) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        elements.forEach(vector::add);
        return new DERSet(vector);
    }

    byte[] cms() throws IOException {
        SignedData data = new SignedData(
                set(digests),
                new ContentInfo(CMSObjectIdentifiers.data, content),
                new org.bouncycastle.asn1.DLSet(certificates.toArray(ASN1Encodable[]::new)),
                null,
                set(signers));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DL);
    }

    Message message() throws IOException {
        return Raw.opaque("ada@example.org", cms());
    }

    /** The structure beside a part instead of around it. */
    Message beside(byte[] part) throws IOException {
        return Raw.detached("ada@example.org", part, withoutContent().cms());
    }

    /** With a change of one octet of the last signature. */
    static SignerInfo broken(Identity by) throws GeneralSecurityException, IOException {
        byte[] signature = signer(by, attributes(by, TEXT)).getEncryptedDigest().getOctets();
        byte[] changed = Arrays.copyOf(signature, signature.length);
        changed[changed.length - 1] ^= 1;
        return signer(by, attributes(by, TEXT), changed);
    }
}
