package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;

/**
 * A timestamp token (RFC 3161 section 2.4.2) whose one signature fits, by one of the certificates known; whether that is
 * an authority's is another question.
 */
public record TimestampToken(
        TSTInfo info, Instant time, X509Certificate authority, DigestAlgorithm signedBy, List<X509Certificate> known) {
    private static final ASN1ObjectIdentifier TST_INFO = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.4");
    private static final int LONGEST = 1 << 16;

    /** Reads a token and checks its signature; empty if anything is wrong with it. */
    public static Optional<TimestampToken> read(byte[] token, List<X509Certificate> known) throws IOException {
        CmsBounds bounds = new CmsBounds(1 << 20, 1, 32, 1, 4, 1 << 20);
        try {
            if (CmsType.of(Source.of(token)) != CmsType.SIGNED) {
                return Optional.empty();
            }
            CmsSigned signed = CmsSigned.read(Source.of(token), bounds);
            if (signed.content() == null
                    || !signed.contentType().equals(TST_INFO)
                    || signed.signers().size() != 1) {
                return Optional.empty();
            }
            return read(signed, signed.content(), known);
        } catch (MalformedCms | EOFException | ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimestampToken> read(CmsSigned signed, Source content, List<X509Certificate> known)
            throws IOException, ParseException {
        SignerInfo signer = signed.signers().get(0);
        DigestAlgorithm digest =
                DigestAlgorithm.of(signer.getDigestAlgorithm().getAlgorithm()).orElseThrow();
        byte[] computed = signed.digests().get(digest);
        if (computed == null
                || signer.getAuthenticatedAttributes() == null
                || !TST_INFO.equals(value(signer, CMSAttributes.contentType))
                || !MessageDigest.isEqual(
                        computed,
                        ASN1OctetString.getInstance(value(signer, CMSAttributes.messageDigest))
                                .getOctets())) {
            return Optional.empty();
        }
        List<X509Certificate> all = new ArrayList<>(known);
        for (byte[] each : signed.certificates()) {
            all.add(Certificates.parse(each));
        }
        for (X509Certificate each : all) {
            if (SignerMatch.of(signer.getSID(), each) && isBound(signer, each) && verifies(signer, digest, each)) {
                return Optional.of(token(content, each, digest, all));
            }
        }
        return Optional.empty();
    }

    private static TimestampToken token(
            Source content, X509Certificate authority, DigestAlgorithm signedBy, List<X509Certificate> all)
            throws IOException, ParseException {
        try (InputStream in = content.open()) {
            TSTInfo info = TSTInfo.getInstance(in.readNBytes(LONGEST));
            return new TimestampToken(
                    info, info.getGenTime().getDate().toInstant(), authority, signedBy, List.copyOf(all));
        }
    }

    private static boolean verifies(SignerInfo signer, DigestAlgorithm digest, X509Certificate certificate) {
        try {
            return new Verifier(signer.getDigestEncryptionAlgorithm(), digest)
                    .verifies(
                            certificate,
                            Der.of(signer.getAuthenticatedAttributes()),
                            signer.getEncryptedDigest().getOctets());
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    /** The token must name its certificate (RFC 3161 section 2.4.2, RFC 5816). */
    private static boolean isBound(SignerInfo signer, X509Certificate certificate) {
        byte[] encoded = Certificates.encoded(certificate);
        ASN1Encodable second = find(signer, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second != null) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(second).getCerts()[0];
            return DigestAlgorithm.of(id.getHashAlgorithm().getAlgorithm())
                    .filter(each -> Arrays.equals(each.of(encoded), id.getCertHash()))
                    .isPresent();
        }
        ASN1Encodable first = find(signer, PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (first == null) {
            return false;
        }
        ESSCertID id = SigningCertificate.getInstance(first).getCerts()[0];
        return Arrays.equals(DigestAlgorithm.SHA1.of(encoded), id.getCertHash());
    }

    private static ASN1Encodable value(SignerInfo signer, ASN1ObjectIdentifier type) {
        ASN1Encodable found = find(signer, type);
        if (found == null) {
            throw new IllegalArgumentException("no attribute " + type);
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable ASN1Encodable find(SignerInfo signer, ASN1ObjectIdentifier type) {
        return SingleAttribute.of(signer.getAuthenticatedAttributes(), type);
    }

    /** The digest that was stamped; empty for one that we do not run. */
    public Optional<DigestAlgorithm> digest() {
        return DigestAlgorithm.of(info.getMessageImprint().getHashAlgorithm().getAlgorithm());
    }

    /** Whether it is about these octets. */
    public boolean covers(byte[] octets) {
        return digest().filter(each -> MessageDigest.isEqual(
                        each.of(octets), info.getMessageImprint().getHashedMessage()))
                .isPresent();
    }
}
