package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import dev.tegami.smime.internal.SignatureScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.NoSuchPaddingException;

/** A key that one provider holds, such as one on a token. */
record ProviderOperations(PrivateKey key, Provider provider) implements KeyOperations {
    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] octets) throws GeneralSecurityException {
        SignatureScheme scheme = algorithm.scheme();
        try {
            Signature signature = Signature.getInstance(scheme.jca(), provider);
            if (scheme.pss().isPresent()) {
                signature.setParameter(scheme.pss().get());
            }
            signature.initSign(key, Crypto.random());
            signature.update(octets);
            return signature.sign();
        } catch (ProviderException e) {
            throw new GeneralSecurityException("the token does not sign: " + reason(e), e);
        }
    }

    @Override
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        return decrypt("RSA/ECB/NoPadding", block);
    }

    /** Only for a provider without bare RSA. */
    @Override
    public Optional<byte[]> rsaPkcs1(byte[] block) throws GeneralSecurityException {
        return isBare() ? Optional.empty() : Optional.of(decrypt("RSA/ECB/PKCS1Padding", block));
    }

    private boolean isBare() {
        try {
            Cipher.getInstance("RSA/ECB/NoPadding", provider);
            return true;
        } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
            return false;
        }
    }

    private byte[] decrypt(String transformation, byte[] block) throws GeneralSecurityException {
        try {
            Cipher cipher = Cipher.getInstance(transformation, provider);
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(block);
        } catch (ProviderException e) {
            throw new GeneralSecurityException("the token does not decrypt: " + reason(e), e);
        }
    }

    @Override
    public byte[] agree(PublicKey peer) throws GeneralSecurityException {
        String kind = key.getAlgorithm().startsWith("EC") ? "ECDH" : key.getAlgorithm();
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(kind, provider);
            agreement.init(key);
            agreement.doPhase(peer, true);
            return agreement.generateSecret();
        } catch (ProviderException e) {
            // the other side's point is checked before: this is the token's or its configuration's fault
            throw new UncheckedIOException(new IOException(
                    "the token gives no secret: " + reason(e) + "; the SunPKCS11 configuration needs"
                            + " attributes(*, CKO_SECRET_KEY, *) = { CKA_SENSITIVE = false CKA_EXTRACTABLE = true }",
                    e));
        }
    }

    private static String reason(ProviderException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.getCause().getMessage());
    }
}
