package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.KEKIdentifier;
import org.bouncycastle.asn1.cms.KEKRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** KEKRecipientInfo (RFC 5652 section 6.2.3) with the AES key wrap (RFC 3394). */
public final class KeySecret implements Secret {
    private static final Map<Integer, ASN1ObjectIdentifier> WRAPS = Map.of(
            16, NISTObjectIdentifiers.id_aes128_wrap,
            24, NISTObjectIdentifiers.id_aes192_wrap,
            32, NISTObjectIdentifiers.id_aes256_wrap);

    private final byte[] identifier;
    private final byte[] key;

    public KeySecret(byte[] identifier, byte[] key) {
        this.identifier = identifier.clone();
        this.key = key.clone();
    }

    public static boolean isKey(byte[] key) {
        return WRAPS.containsKey(key.length);
    }

    private ASN1ObjectIdentifier wrap() {
        ASN1ObjectIdentifier wrap = WRAPS.get(key.length);
        if (wrap == null) {
            throw new IllegalStateException("the length was checked before");
        }
        return wrap;
    }

    @Override
    public RecipientInfo wrap(byte[] content, CipherSuite suite) throws GeneralSecurityException {
        AESWrapEngine engine = new AESWrapEngine();
        engine.init(true, new KeyParameter(key));
        return new RecipientInfo(new KEKRecipientInfo(
                new KEKIdentifier(identifier, null, null),
                new AlgorithmIdentifier(wrap()),
                new DEROctetString(engine.wrap(content, 0, content.length))));
    }

    @Override
    public Optional<byte[]> unwrap(RecipientInfo info, Rounds rounds) throws MalformedCms {
        try {
            return info.getInfo() instanceof KEKRecipientInfo recipient && isFor(recipient)
                    ? Optional.of(unwrap(recipient))
                    : Optional.empty();
        } catch (RuntimeException e) {
            throw new MalformedCms("not a recipient", e);
        }
    }

    private boolean isFor(KEKRecipientInfo recipient) {
        return MessageDigest.isEqual(
                        identifier, recipient.getKekid().getKeyIdentifier().getOctets())
                && recipient.getKeyEncryptionAlgorithm().getAlgorithm().equals(wrap());
    }

    /** Nothing where the wrap does not fit, which then fails like content that does not. */
    private byte[] unwrap(KEKRecipientInfo recipient) {
        AESWrapEngine engine = new AESWrapEngine();
        engine.init(false, new KeyParameter(key));
        byte[] wrapped = recipient.getEncryptedKey().getOctets();
        try {
            return engine.unwrap(wrapped, 0, wrapped.length);
        } catch (InvalidCipherTextException e) {
            return new byte[0];
        }
    }
}
