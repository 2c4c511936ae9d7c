package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** Writes SignedData (RFC 5652 section 5), all of it DER. */
public final class SignedDataWriter {
    private final List<SignerSpec> signers;
    private final Instant signingTime;
    private final @Nullable X509Certificate encryptTo;
    private final ASN1ObjectIdentifier contentType;
    private final List<Attribute> more;
    private final @Nullable Stamp stamp;

    public SignedDataWriter(List<SignerSpec> signers, Instant signingTime, @Nullable X509Certificate encryptTo) {
        this(signers, signingTime, encryptTo, CMSObjectIdentifiers.data, List.of(), null);
    }

    private SignedDataWriter(
            List<SignerSpec> signers,
            Instant signingTime,
            @Nullable X509Certificate encryptTo,
            ASN1ObjectIdentifier contentType,
            List<Attribute> more,
            @Nullable Stamp stamp) {
        this.signers = signers;
        this.signingTime = signingTime;
        this.encryptTo = encryptTo;
        this.contentType = contentType;
        this.more = more;
        this.stamp = stamp;
    }

    /** Signs content of another type than mail. */
    public SignedDataWriter of(ASN1ObjectIdentifier type) {
        return new SignedDataWriter(signers, signingTime, encryptTo, type, more, stamp);
    }

    /** Signs more attributes as well. */
    public SignedDataWriter stating(List<Attribute> attributes) {
        return new SignedDataWriter(signers, signingTime, encryptTo, contentType, List.copyOf(attributes), stamp);
    }

    /** Gets a timestamp token for a signature. */
    @FunctionalInterface
    public interface Stamp {
        byte[] token(byte[] signature) throws GeneralSecurityException;
    }

    /** Puts a timestamp beside every signature (RFC 3161 appendix A). */
    public SignedDataWriter stamped(Stamp source) {
        return new SignedDataWriter(signers, signingTime, encryptTo, contentType, more, source);
    }

    /** The structure without the content, for multipart/signed. */
    public byte[] detached(Map<DigestAlgorithm, byte[]> digests) throws GeneralSecurityException {
        try (InputStream in = write(digests, null).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }

    /** The structure around the content, whose octets stay where they are. */
    public Source opaque(Map<DigestAlgorithm, byte[]> digests, Source content) throws GeneralSecurityException {
        return write(digests, content);
    }

    private Source write(Map<DigestAlgorithm, byte[]> digests, @Nullable Source content)
            throws GeneralSecurityException {
        ASN1EncodableVector algorithms = new ASN1EncodableVector();
        digests.keySet().forEach(digest -> algorithms.add(digest.identifier()));
        Source encapsulated = content == null
                ? Der.element(BerReader.SEQUENCE, contentType)
                : Der.element(
                        BerReader.SEQUENCE,
                        contentType,
                        Der.element(Der.CONTEXT_0, Der.element(BerReader.OCTETS, content)));
        Source signed = Der.element(
                BerReader.SEQUENCE,
                new ASN1Integer(contentType.equals(CMSObjectIdentifiers.data) ? 1 : 3),
                new DERSet(algorithms),
                encapsulated,
                certificates(),
                signerInfos(digests));
        return Der.element(BerReader.SEQUENCE, CMSObjectIdentifiers.signedData, Der.element(Der.CONTEXT_0, signed));
    }

    private DERTaggedObject certificates() {
        Map<X509Certificate, Certificate> all = new LinkedHashMap<>();
        for (SignerSpec signer : signers) {
            all.putIfAbsent(signer.certificate(), Certificates.structure(signer.certificate()));
            signer.chain().forEach(each -> all.putIfAbsent(each, Certificates.structure(each)));
        }
        ASN1EncodableVector vector = new ASN1EncodableVector();
        all.values().forEach(vector::add);
        return new DERTaggedObject(false, 0, new DERSet(vector));
    }

    private DERSet signerInfos(Map<DigestAlgorithm, byte[]> digests) throws GeneralSecurityException {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (SignerSpec signer : signers) {
            byte[] digest = digests.get(signer.scheme().digest());
            if (digest == null) {
                throw new IllegalArgumentException("no digest for " + signer.scheme());
            }
            infos.add(signerInfo(signer, digest));
        }
        return new DERSet(infos);
    }

    private SignerInfo signerInfo(SignerSpec signer, byte[] digest) throws GeneralSecurityException {
        DERSet attributes = SignedAttributes.of(
                signer, contentType, digest, new SignedAttributes.Attributes(signingTime, encryptTo, more));
        TBSCertificate certificate = Certificates.fields(signer.certificate());
        byte[] signature = signer.key().sign(Der.of(attributes));
        return new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        certificate.getIssuer(), certificate.getSerialNumber().getValue())),
                signer.scheme().digest().identifier(),
                attributes,
                signer.scheme().identifier(),
                new DEROctetString(signature),
                stamp == null ? null : new DERSet(stamp(stamp, signature)));
    }

    private static Attribute stamp(Stamp stamp, byte[] signature) throws GeneralSecurityException {
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(Der.parsed(stamp.token(signature))));
    }

    /** The digests that the signers need, in a fixed order. */
    public static Map<DigestAlgorithm, MessageDigest> digests(List<SignerSpec> signers) {
        Map<DigestAlgorithm, MessageDigest> digests = new EnumMap<>(DigestAlgorithm.class);
        for (SignerSpec signer : signers) {
            digests.computeIfAbsent(signer.scheme().digest(), DigestAlgorithm::start);
        }
        return digests;
    }
}
