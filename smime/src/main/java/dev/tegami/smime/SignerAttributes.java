package dev.tegami.smime;

import dev.tegami.smime.internal.Der;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.KeyPreference;
import dev.tegami.smime.internal.SingleAttribute;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.smime.SMIMECapability;
import org.jspecify.annotations.Nullable;

/** The signed attributes of one signer, each of which may be there once and with one value. */
final class SignerAttributes {
    /** Programs list some ten. */
    private static final int MOST_CAPABILITIES = 64;

    private static final int MOST_TIMESTAMPS = 4;

    private final SignerInfo signer;
    private final ASN1Set set;

    SignerAttributes(SignerInfo signer) {
        this.signer = signer;
        this.set = signer.getAuthenticatedAttributes();
    }

    static boolean areIn(List<SignerInfo> signers) {
        return signers.stream().anyMatch(signer -> signer.getAuthenticatedAttributes() != null);
    }

    static boolean digestFits(SignerInfo signer, Map<DigestAlgorithm, byte[]> digests) {
        if (signer.getAuthenticatedAttributes() == null) {
            return false;
        }
        try {
            byte[] found =
                    digests.get(DigestAlgorithm.of(signer.getDigestAlgorithm()).orElseThrow());
            return found != null && new SignerAttributes(signer).isDigest(found);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The timestamp tokens beside a signature, so many as are looked at. */
    static List<byte[]> timestamps(SignerInfo signer) {
        return Arrays.stream(signer.getUnauthenticatedAttributes().toArray())
                .map(Attribute::getInstance)
                .filter(each -> each.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                .flatMap(each -> Arrays.stream(each.getAttrValues().toArray()))
                .limit(MOST_TIMESTAMPS)
                .map(Der::of)
                .toList();
    }

    boolean isDigest(byte[] digest) {
        ASN1Encodable stated = single(CMSAttributes.messageDigest);
        return stated != null
                && MessageDigest.isEqual(ASN1OctetString.getInstance(stated).getOctets(), digest);
    }

    /** What contradicts the structure; empty if nothing does. */
    String trouble(ASN1ObjectIdentifier content) {
        ASN1Encodable type = single(CMSAttributes.contentType);
        if (type == null || !content.equals(type)) {
            return "the content type is not the content's";
        }
        if (single(CMSAttributes.messageDigest) == null) {
            return "there is no message digest";
        }
        ASN1Encodable protection = single(CMSAttributes.cmsAlgorithmProtect);
        if (protection != null) {
            CMSAlgorithmProtection stated = CMSAlgorithmProtection.getInstance(protection);
            if (!stated.getDigestAlgorithm()
                            .getAlgorithm()
                            .equals(signer.getDigestAlgorithm().getAlgorithm())
                    || !signer.getDigestEncryptionAlgorithm().equals(stated.getSignatureAlgorithm())) {
                return "the algorithms are not those protected";
            }
        }
        return "";
    }

    Optional<Instant> signingTime() {
        ASN1Encodable time = single(CMSAttributes.signingTime);
        return time == null
                ? Optional.empty()
                : Optional.of(Time.getInstance(time).getDate().toInstant());
    }

    /** The algorithms that the signer's program understands, the best liked first. */
    List<String> capabilities() {
        ASN1Encodable stated = single(SMIMEAttributes.smimeCapabilities);
        return stated == null
                ? List.of()
                : Arrays.stream(ASN1Sequence.getInstance(stated).toArray())
                        .limit(MOST_CAPABILITIES)
                        .map(each -> SMIMECapability.getInstance(each)
                                .getCapabilityID()
                                .getId())
                        .distinct()
                        .toList();
    }

    /** What an attribute says; empty if it is not there. */
    <T> Optional<T> value(ASN1ObjectIdentifier type, Function<ASN1Encodable, T> reading) {
        return Optional.ofNullable(single(type)).map(reading);
    }

    /** What identifies the signature: nobody else's has these attributes and this value. */
    Optional<SignedOriginal> original() {
        HexFormat hex = HexFormat.of();
        return DigestAlgorithm.of(signer.getDigestAlgorithm().getAlgorithm())
                .map(digest -> new SignedOriginal(
                        digest.jca(),
                        hex.formatHex(digest.of(Der.of(signer.getAuthenticatedAttributes()))),
                        hex.formatHex(signer.getEncryptedDigest().getOctets())));
    }

    Optional<KeyPreference> keyPreference() {
        ASN1Encodable stated = single(SMIMEAttributes.encrypKeyPref);
        return stated == null ? Optional.empty() : Optional.of(KeyPreference.of(stated));
    }

    /** Whether the signature is bound to another certificate than this one; unbound is no. */
    boolean isBoundElsewhere(byte[] certificate) {
        ASN1Encodable second = single(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second != null) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(second).getCerts()[0];
            DigestAlgorithm digest =
                    DigestAlgorithm.of(id.getHashAlgorithm().getAlgorithm()).orElse(null);
            return digest == null || !Arrays.equals(digest.of(certificate), id.getCertHash());
        }
        ASN1Encodable first = single(PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (first != null) {
            ESSCertID id = SigningCertificate.getInstance(first).getCerts()[0];
            return !Arrays.equals(DigestAlgorithm.SHA1.of(certificate), id.getCertHash());
        }
        return false;
    }

    /** The only value of the only attribute of a type; null if there is none. */
    private @Nullable ASN1Encodable single(ASN1ObjectIdentifier type) {
        return SingleAttribute.of(set, type);
    }
}
