package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** The recipients of an envelope, and which of them a key belongs to. */
public final class Recipients {
    private final List<RecipientInfo> infos;

    Recipients(List<RecipientInfo> infos) {
        this.infos = infos;
    }

    public int count() {
        return infos.size();
    }

    /** Takes the content key out with what sender and reader both know; of the right length in any case. */
    public Optional<byte[]> unwrap(Secret secret, Rounds rounds, int keyLength) throws MalformedCms {
        for (RecipientInfo info : infos) {
            Optional<byte[]> found = secret.unwrap(info, rounds);
            if (found.isPresent()) {
                return Optional.of(found.get().length == keyLength ? found.get() : Crypto.random(keyLength));
            }
        }
        return Optional.empty();
    }

    /** Takes the content key out with a private key, if the envelope names its certificate. */
    public Optional<byte[]> unwrap(X509Certificate certificate, PrivateOperations key, int keyLength)
            throws MalformedCms {
        TBSCertificate fields = Certificates.fields(certificate);
        for (RecipientInfo info : infos) {
            try {
                byte[] found = unwrap(info, fields, key, keyLength);
                if (found != null) {
                    return Optional.of(found);
                }
            } catch (GeneralSecurityException e) {
                return Optional.of(Crypto.random(keyLength));
            } catch (UncheckedIOException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new MalformedCms("not a recipient", e);
            }
        }
        return Optional.empty();
    }

    private static byte @Nullable [] unwrap(
            RecipientInfo info, TBSCertificate certificate, PrivateOperations key, int keyLength)
            throws GeneralSecurityException, IOException {
        if (info.getInfo() instanceof KeyTransRecipientInfo transport) {
            return matches(transport.getRecipientIdentifier(), certificate)
                    ? RsaUnwrap.unwrap(
                            transport.getKeyEncryptionAlgorithm(),
                            key,
                            transport.getEncryptedKey().getOctets(),
                            keyLength)
                    : null;
        }
        if (info.getInfo() instanceof KeyAgreeRecipientInfo agreement) {
            ASN1Sequence keys = agreement.getRecipientEncryptedKeys();
            for (int i = 0; i < keys.size(); i++) {
                RecipientEncryptedKey encrypted = RecipientEncryptedKey.getInstance(keys.getObjectAt(i));
                if (matches(encrypted.getIdentifier(), certificate)) {
                    byte[] found = agree(
                            agreement,
                            certificate,
                            key,
                            encrypted.getEncryptedKey().getOctets());
                    return fitting(found, keyLength);
                }
            }
        }
        if (KemRecipient.is(info)) {
            KEMRecipientInfo capsule = KemRecipient.of(info);
            if (matches(capsule.getRecipientIdentifier(), certificate)) {
                return fitting(KemRecipient.unwrap(capsule, certificate, key), keyLength);
            }
        }
        return null;
    }

    private static byte[] fitting(byte[] found, int keyLength) {
        return found.length == keyLength ? found : Crypto.random(keyLength);
    }

    private static byte[] agree(
            KeyAgreeRecipientInfo info, TBSCertificate certificate, PrivateOperations key, byte[] wrapped)
            throws GeneralSecurityException {
        OriginatorPublicKey originator = info.getOriginator().getOriginatorKey();
        if (originator == null) {
            throw new GeneralSecurityException("the originator's key is static, which is not supported");
        }
        // the parameters are those of the recipient's own key: absent or anything else in the message (RFC 5753)
        AlgorithmIdentifier ours = certificate.getSubjectPublicKeyInfo().getAlgorithm();
        PublicKey peer = Certificates.key(
                new SubjectPublicKeyInfo(ours, originator.getPublicKeyData().getBytes()));
        ASN1OctetString ukm = info.getUserKeyingMaterial();
        try {
            return SecretAgreement.unwrap(
                    info.getKeyEncryptionAlgorithm(), ukm == null ? null : ukm.getOctets(), key.agree(peer), wrapped);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("no key is agreed with a point of no use", e);
        }
    }

    private static boolean matches(RecipientIdentifier id, TBSCertificate certificate) {
        return id.isTagged()
                ? hasKeyId(certificate, ASN1OctetString.getInstance(id.getId()).getOctets())
                : isIssuedAs(certificate, IssuerAndSerialNumber.getInstance(id.getId()));
    }

    private static boolean matches(KeyAgreeRecipientIdentifier id, TBSCertificate certificate) {
        return id.getIssuerAndSerialNumber() == null
                ? hasKeyId(certificate, id.getRKeyID().getSubjectKeyIdentifier().getOctets())
                : isIssuedAs(certificate, id.getIssuerAndSerialNumber());
    }

    static boolean isIssuedAs(TBSCertificate certificate, IssuerAndSerialNumber wanted) {
        BigInteger serial = certificate.getSerialNumber().getValue();
        return serial.equals(wanted.getSerialNumber().getValue())
                && certificate.getIssuer().equals(wanted.getName());
    }

    static boolean hasKeyId(TBSCertificate certificate, byte[] wanted) {
        Extensions extensions = certificate.getExtensions();
        Extension extension = extensions == null ? null : extensions.getExtension(Extension.subjectKeyIdentifier);
        return extension != null
                && Arrays.equals(
                        ASN1OctetString.getInstance(extension.getParsedValue()).getOctets(), wanted);
    }
}
