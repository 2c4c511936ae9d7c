package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM: PKCS#8, also encrypted (RFC 7468 sections 10 and 11), PKCS#1 and SEC 1, also encrypted as RFC
 * 1421 did. What else stands in the text is passed over.
 */
public final class PemKey {
    private PemKey() {}

    public static PrivateKey read(String text, char @Nullable [] password) throws IOException {
        try (PEMParser parser = parser(text)) {
            byte[] encoded = Der.of(info(next(parser), password));
            String kind = PrivateKeyInfo.getInstance(encoded)
                    .getPrivateKeyAlgorithm()
                    .getAlgorithm()
                    .getId();
            return KeyFactory.getInstance(kind, Crypto.BC).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (PKCSException | GeneralSecurityException | RuntimeException e) {
            throw new IOException(
                    password == null
                            ? "the private key cannot be read"
                            : "the private key cannot be read, or not with this password",
                    e);
        }
    }

    private static @Nullable Object next(PEMParser parser) throws IOException {
        try {
            return parser.readObject();
        } catch (IOException e) {
            throw new IOException("the PEM text cannot be read as a private key", e);
        }
    }

    private static PEMParser parser(String text) {
        return new PEMParser(new StringReader(text)) {
            @Override
            public @Nullable PemObject readPemObject() throws IOException {
                PemObject object = super.readPemObject();
                while (object != null && !object.getType().endsWith("PRIVATE KEY")) {
                    object = super.readPemObject();
                }
                return object;
            }
        };
    }

    private static PrivateKeyInfo info(@Nullable Object read, char @Nullable [] password)
            throws IOException, PKCSException {
        if (read instanceof PrivateKeyInfo info) {
            return info;
        }
        if (read instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (read == null) {
            throw new IOException("no private key in the PEM text");
        }
        if (password == null) {
            throw new IOException("the private key is encrypted: give its password");
        }
        if (read instanceof PEMEncryptedKeyPair pair) {
            return decrypted(pair, password);
        }
        return ((PKCS8EncryptedPrivateKeyInfo) read).decryptPrivateKeyInfo(PasswordBounds.decryption(password));
    }

    private static PrivateKeyInfo decrypted(PEMEncryptedKeyPair pair, char[] password) throws IOException {
        try {
            return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(Crypto.BC)
                            .build(password))
                    .getPrivateKeyInfo();
        } catch (IOException e) {
            throw new IOException("the private key cannot be read, or not with this password", e);
        }
    }
}
