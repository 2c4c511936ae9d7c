package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The AES key wrap (RFC 3394, RFC 3565): a content key in a key that was derived. */
final class KeyWrap {
    private static final Map<ASN1ObjectIdentifier, Integer> LENGTHS = Map.of(
            NISTObjectIdentifiers.id_aes128_wrap, 16,
            NISTObjectIdentifiers.id_aes192_wrap, 24,
            NISTObjectIdentifiers.id_aes256_wrap, 32);

    private KeyWrap() {}

    /** How long its key is. */
    static int length(AlgorithmIdentifier wrap) throws GeneralSecurityException {
        Integer length = LENGTHS.get(wrap.getAlgorithm());
        if (length == null) {
            throw new GeneralSecurityException("unknown key wrap " + wrap.getAlgorithm());
        }
        return length;
    }

    /** The wrap for keys of at least a length. */
    static AlgorithmIdentifier of(int length) {
        return new AlgorithmIdentifier(
                length > 16 ? NISTObjectIdentifiers.id_aes256_wrap : NISTObjectIdentifiers.id_aes128_wrap);
    }

    static byte[] wrap(byte[] key, byte[] content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap", Crypto.BC);
        cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(key, "AES"));
        return cipher.wrap(new SecretKeySpec(content, "AES"));
    }

    static byte[] unwrap(byte[] key, byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap", Crypto.BC);
        cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(key, "AES"));
        return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }
}
