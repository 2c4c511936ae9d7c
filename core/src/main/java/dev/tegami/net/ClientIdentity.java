package dev.tegami.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The private key and certificates that say who we are to a TLS server. Its text shows no key.
 *
 * @param key the private key of the first certificate
 * @param chain the certificate, then those of its issuers
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
    /**
     * Checks the values.
     *
     * @param key the private key of the first certificate
     * @param chain the certificate, then those of its issuers
     * @throws IllegalArgumentException for an empty chain
     */
    public ClientIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs its certificate");
        }
    }

    /**
     * Reads the one key of a PKCS #12 file.
     *
     * @param file the file
     * @param password its password
     * @return the identity
     * @throws IOException if the file cannot be read or opened, or holds no key or more than one
     */
    public static ClientIdentity pkcs12(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new IOException(keys.size() + " keys in " + file + ", one is needed");
            }
            return new ClientIdentity(
                    (PrivateKey) store.getKey(keys.get(0), password),
                    Arrays.stream(store.getCertificateChain(keys.get(0)))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot open " + file, e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded key store knows its aliases", e);
        }
    }

    /** Shows the subject only. */
    @Override
    public String toString() {
        return "ClientIdentity[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
