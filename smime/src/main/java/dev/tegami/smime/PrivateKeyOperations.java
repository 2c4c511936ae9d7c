package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import dev.tegami.smime.internal.Kem;
import dev.tegami.smime.internal.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A key of the JCA: RSA by the JDK's own look-up, the others by Bouncy Castle, unless the key cannot be exported. */
final class PrivateKeyOperations implements KeyOperations {
    private final PrivateKey key;
    private final boolean ours;

    PrivateKeyOperations(PrivateKey key) {
        boolean exported = key.getEncoded() != null && "PKCS#8".equals(key.getFormat());
        boolean rsa = key.getAlgorithm().startsWith("RSA");
        this.ours = exported && !rsa;
        this.key = exported ? converted(key, rsa) : key;
    }

    private static PrivateKey converted(PrivateKey key, boolean rsa) {
        try {
            PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(key.getEncoded());
            if (rsa) {
                return key.getAlgorithm().equals("RSA")
                        ? KeyFactory.getInstance("RSA").generatePrivate(spec)
                        : key;
            }
            String kind = PrivateKeyInfo.getInstance(key.getEncoded())
                    .getPrivateKeyAlgorithm()
                    .getAlgorithm()
                    .getId();
            return KeyFactory.getInstance(kind, Crypto.BC).generatePrivate(spec);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a private key of kind " + key.getAlgorithm() + " is not supported", e);
        }
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] octets) throws GeneralSecurityException {
        SignatureScheme scheme = algorithm.scheme();
        Signature signature =
                ours ? Signature.getInstance(scheme.jca(), Crypto.BC) : Signature.getInstance(scheme.jca());
        if (scheme.pss().isPresent()) {
            signature.setParameter(scheme.pss().get());
        }
        signature.initSign(key, Crypto.random());
        signature.update(octets);
        return signature.sign();
    }

    @Override
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(block);
    }

    @Override
    public byte[] decapsulate(byte[] ciphertext) throws GeneralSecurityException {
        if (!ours) {
            throw new GeneralSecurityException("a key that cannot be exported decapsulates by operations of its own");
        }
        return Kem.decapsulate(key, ciphertext);
    }

    @Override
    public byte[] agree(PublicKey peer) throws GeneralSecurityException {
        String kind = key.getAlgorithm().startsWith("EC") ? "ECDH" : key.getAlgorithm();
        KeyAgreement agreement = ours ? KeyAgreement.getInstance(kind, Crypto.BC) : KeyAgreement.getInstance(kind);
        agreement.init(key);
        agreement.doPhase(peer, true);
        return agreement.generateSecret();
    }
}
