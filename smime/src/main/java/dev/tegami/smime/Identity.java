package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.PemKey;
import dev.tegami.smime.internal.Pkcs12;
import dev.tegami.smime.internal.SignatureScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate, the certificates of its issuers, and what its private key can do. Immutable and safe to share.
 *
 * <pre>{@code
 * Identity ada = Identity.fromPkcs12(Path.of("ada.p12"), password);
 * }</pre>
 */
public final class Identity {
    /** A key and all its certificates, and text around them. */
    private static final int LONGEST_PEM = 1 << 20;

    private final KeyOperations key;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;

    private Identity(KeyOperations key, X509Certificate certificate, List<X509Certificate> chain) {
        this.key = key;
        this.certificate = Certificates.ours(certificate);
        this.chain = chain.stream().map(Certificates::ours).toList();
    }

    /**
     * Makes an identity of its pieces.
     *
     * @param key the private key's operations
     * @param certificate its certificate
     * @param issuers the certificates above, without the anchor or with it
     * @return the identity
     */
    public static Identity of(KeyOperations key, X509Certificate certificate, X509Certificate... issuers) {
        return new Identity(key, certificate, List.of(issuers));
    }

    /**
     * Makes an identity of a private key and its certificate.
     *
     * @param key the private key; for one that only its provider can use see {@link KeyOperations#of(PrivateKey,
     *     java.security.Provider)}
     * @param certificate its certificate
     * @param issuers the certificates above
     * @return the identity
     */
    public static Identity of(PrivateKey key, X509Certificate certificate, X509Certificate... issuers) {
        return of(KeyOperations.of(key), certificate, issuers);
    }

    /**
     * Reads a key entry of a PKCS#12 file: the first one that signs, else the first. {@link Keys#fromPkcs12} reads all.
     *
     * @param file the file
     * @param password its password, which is not kept
     * @return the identity
     * @throws IOException if the file cannot be read or the password is wrong
     * @throws SmimeException if it holds no private key
     */
    public static Identity fromPkcs12(Path file, char[] password) throws IOException {
        List<Identity> all = allFromPkcs12(file, password);
        return all.stream().filter(Identity::signs).findFirst().orElseGet(() -> all.get(0));
    }

    static List<Identity> allFromPkcs12(Path file, char[] password) throws IOException {
        List<Identity> all = new ArrayList<>();
        for (Pkcs12.Entry each : Pkcs12.read(Files.readAllBytes(file), password)) {
            List<X509Certificate> chain = each.chain();
            all.add(new Identity(KeyOperations.of(each.key()), chain.get(0), chain.subList(1, chain.size())));
        }
        if (all.isEmpty()) {
            throw new SmimeException(file + " holds no private key", "export the certificate together with its key");
        }
        return all;
    }

    private boolean signs() {
        boolean[] usage = certificate.getKeyUsage();
        return (usage == null || usage[0] || usage[1]) && SignatureScheme.suiting(certificate) != null;
    }

    /**
     * Reads a private key and its certificates in PEM, from one file or two.
     *
     * @param key the file with the key, without a password: PKCS#8, PKCS#1 or SEC 1
     * @param certificates the file with its certificate first, then those of its issuers
     * @return the identity
     * @throws IOException if a file cannot be read or holds something else
     */
    public static Identity fromPem(Path key, Path certificates) throws IOException {
        return fromPem(PemKey.read(text(key), null), certificates);
    }

    /**
     * Reads an encrypted private key and its certificates in PEM, from one file or two.
     *
     * @param key the file with the key: PKCS#8, PKCS#1 or SEC 1
     * @param certificates the file with its certificate first, then those of its issuers
     * @param password the key's password, which is not kept
     * @return the identity
     * @throws IOException if a file cannot be read or holds something else, or the password is wrong
     */
    public static Identity fromPem(Path key, Path certificates, char[] password) throws IOException {
        return fromPem(PemKey.read(text(key), password), certificates);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST_PEM) {
            throw new IOException(file + " is longer than any key: " + LONGEST_PEM + " octets at most");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static Identity fromPem(PrivateKey key, Path certificates) throws IOException {
        try (InputStream in = Files.newInputStream(certificates)) {
            List<X509Certificate> chain = Certificates.readAll(in);
            if (chain.isEmpty()) {
                throw new IOException("no certificate in " + certificates);
            }
            return new Identity(KeyOperations.of(key), chain.get(0), chain.subList(1, chain.size()));
        }
    }

    /**
     * Takes a key entry of a key store. A key that does not leave its store, such as one on a PKCS#11 token, is used by
     * the store's own provider, which need not be registered with the JDK.
     *
     * @param store the store, loaded
     * @param alias the entry
     * @param password the entry's password; empty where there is none
     * @return the identity
     * @throws SmimeException if there is no such entry or it cannot be used
     */
    public static Identity fromKeyStore(KeyStore store, String alias, char[] password) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate each : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) each);
                }
                boolean kept = key.getEncoded() == null;
                KeyOperations operations = kept ? KeyOperations.of(key, store.getProvider()) : KeyOperations.of(key);
                return new Identity(operations, chain.get(0), chain.subList(1, chain.size()));
            }
        } catch (GeneralSecurityException e) {
            throw new SmimeException("the key store does not give the key of " + alias, "check its password", e);
        }
        throw new SmimeException("the key store has no private key called " + alias, "list its aliases");
    }

    /**
     * Gives the certificate.
     *
     * @return the certificate
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Lists the certificates above.
     *
     * @return the issuers' certificates, nearest first
     */
    public List<X509Certificate> issuers() {
        return chain;
    }

    /**
     * Gives the private key's operations.
     *
     * @return the operations
     */
    public KeyOperations key() {
        return key;
    }

    /**
     * Tells how this identity signs unless it is told otherwise.
     *
     * @return the algorithm that suits its key
     * @throws SmimeException if its key cannot sign
     */
    public SignatureAlgorithm signatureAlgorithm() {
        SignatureScheme scheme = SignatureScheme.suiting(certificate);
        if (scheme == null) {
            throw new SmimeException(
                    "a key of kind " + certificate.getPublicKey().getAlgorithm() + " cannot sign",
                    "use the person's other certificate");
        }
        return SignatureAlgorithm.of(scheme);
    }
}
