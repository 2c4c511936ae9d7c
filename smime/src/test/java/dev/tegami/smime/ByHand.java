package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Opens content under a derived key that was agreed on, by the JDK's cryptography alone (RFC 5753, RFC 8418, RFC 9709). */
final class ByHand {
    private static final byte[] SALT = "The Cryptographic Message Syntax".getBytes(StandardCharsets.US_ASCII);

    private ByHand() {}

    /** What is inside of a message whose only recipient agreed on its key. */
    static byte[] open(Message sealed, PrivateKey reader, PublicKey readers) throws Exception {
        ContentInfo info =
                ContentInfo.getInstance(sealed.root().content().orElseThrow().bytes());
        if (info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
            AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
            byte[] key =
                    unwrapped(RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0)), reader, readers);
            return decrypted(
                    data.getAuthEncryptedContentInfo(), key, data.getMac().getOctets());
        }
        EnvelopedData data = EnvelopedData.getInstance(info.getContent());
        byte[] key =
                unwrapped(RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0)), reader, readers);
        return decrypted(data.getEncryptedContentInfo(), key, new byte[0]);
    }

    private static byte[] unwrapped(RecipientInfo recipient, PrivateKey reader, PublicKey readers) throws Exception {
        KeyAgreeRecipientInfo agreed = KeyAgreeRecipientInfo.getInstance(recipient.getInfo());
        PrivateKeyInfo mine = PrivateKeyInfo.getInstance(reader.getEncoded());
        AlgorithmIdentifier kind =
                SubjectPublicKeyInfo.getInstance(readers.getEncoded()).getAlgorithm();
        OriginatorPublicKey theirs = agreed.getOriginator().getOriginatorKey();
        boolean curve = reader.getAlgorithm().startsWith("EC");
        KeyFactory factory = KeyFactory.getInstance(curve ? "EC" : "XDH", "SunEC");
        KeyAgreement agreement = KeyAgreement.getInstance(curve ? "ECDH" : "XDH", "SunEC");
        agreement.init(factory.generatePrivate(new PKCS8EncodedKeySpec(
                new PrivateKeyInfo(kind, mine.parsePrivateKey()).getEncoded(ASN1Encoding.DER))));
        agreement.doPhase(
                factory.generatePublic(new X509EncodedKeySpec(
                        new SubjectPublicKeyInfo(kind, theirs.getPublicKeyData().getOctets())
                                .getEncoded(ASN1Encoding.DER))),
                true);
        byte[] secret = agreement.generateSecret();

        AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(
                agreed.getKeyEncryptionAlgorithm().getParameters());
        int length = wrap.getAlgorithm().getId().equals("2.16.840.1.101.3.4.1.45") ? 32 : 16;
        byte[] bits = ByteBuffer.allocate(4).putInt(length * 8).array();
        byte[] shared = new DERSequence(
                        new ASN1Encodable[] {wrap, new DERTaggedObject(true, 2, new DEROctetString(bits))})
                .getEncoded(ASN1Encoding.DER);
        String hash = reader.getAlgorithm().equals("X448") ? "HmacSHA512" : "HmacSHA256";
        byte[] wrapping = curve ? x963(secret, shared, length) : hkdf(hash, new byte[64], secret, shared, length);
        Cipher unwrapping = Cipher.getInstance("AESWrap", "SunJCE");
        unwrapping.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapping, "AES"));
        byte[] wrapped = RecipientEncryptedKey.getInstance(
                        agreed.getRecipientEncryptedKeys().getObjectAt(0))
                .getEncryptedKey()
                .getOctets();
        return unwrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }

    private static byte[] x963(byte[] secret, byte[] shared, int length) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(secret);
        digest.update(new byte[] {0, 0, 0, 1});
        return Arrays.copyOf(digest.digest(shared), length);
    }

    /** One block of RFC 5869 is enough for every key here; a salt of zeros is none. */
    private static byte[] hkdf(String hash, byte[] salt, byte[] secret, byte[] info, int length)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hash, "SunJCE");
        mac.init(new SecretKeySpec(salt, hash));
        mac.init(new SecretKeySpec(mac.doFinal(secret), hash));
        mac.update(info);
        mac.update((byte) 1);
        return Arrays.copyOf(mac.doFinal(), length);
    }

    private static byte[] decrypted(EncryptedContentInfo content, byte[] transported, byte[] tag) throws Exception {
        AlgorithmIdentifier stated = content.getContentEncryptionAlgorithm();
        if (!stated.getAlgorithm().getId().equals("1.2.840.113549.1.9.16.3.31")) {
            throw new GeneralSecurityException("no derived key: " + stated.getAlgorithm());
        }
        AlgorithmIdentifier inner = AlgorithmIdentifier.getInstance(stated.getParameters());
        byte[] derived = hkdf("HmacSHA256", SALT, transported, inner.getEncoded(ASN1Encoding.DER), transported.length);
        boolean tagged = tag.length > 0;
        AlgorithmParameterSpec parameters = tagged
                ? new GCMParameterSpec(
                        tag.length * 8,
                        ASN1OctetString.getInstance(ASN1Sequence.getInstance(inner.getParameters())
                                        .getObjectAt(0))
                                .getOctets())
                : new IvParameterSpec(
                        ASN1OctetString.getInstance(inner.getParameters()).getOctets());
        Cipher cipher = Cipher.getInstance(tagged ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding", "SunJCE");
        Key key = new SecretKeySpec(derived, "AES");
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        byte[] first = cipher.update(content.getEncryptedContent().getOctets());
        byte[] last = cipher.doFinal(tag);
        return ByteBuffer.allocate((first == null ? 0 : first.length) + last.length)
                .put(first == null ? new byte[0] : first)
                .put(last)
                .array();
    }
}
