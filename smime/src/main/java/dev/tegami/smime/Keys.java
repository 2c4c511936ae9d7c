package dev.tegami.smime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The identities and secrets that open encrypted messages. Immutable.
 *
 * @param identities the identities, tried in their order
 * @param secrets passwords and shared keys, tried when no identity is a recipient
 */
public record Keys(List<Identity> identities, List<SharedSecret> secrets) {
    /**
     * Takes copies of the collections.
     *
     * @param identities the identities, tried in their order
     * @param secrets passwords and shared keys, tried when no identity is a recipient
     */
    public Keys {
        identities = List.copyOf(identities);
        secrets = List.copyOf(secrets);
    }

    /**
     * Lists identities.
     *
     * @param identities the identities, tried in their order
     */
    public Keys(List<Identity> identities) {
        this(identities, List.of());
    }

    /**
     * Lists identities.
     *
     * @param identities the identities
     * @return the keys
     */
    public static Keys of(Identity... identities) {
        return new Keys(List.of(identities));
    }

    /**
     * Lists secrets.
     *
     * @param secret a password or shared key
     * @param more others
     * @return the keys
     */
    public static Keys of(SharedSecret secret, SharedSecret... more) {
        return none().with(new SharedSecret[] {secret}).with(more);
    }

    /**
     * Adds secrets.
     *
     * @param more passwords and shared keys
     * @return new keys
     */
    public Keys with(SharedSecret... more) {
        List<SharedSecret> all = new ArrayList<>(secrets);
        all.addAll(List.of(more));
        return new Keys(identities, all);
    }

    /**
     * Reads every key entry of a PKCS#12 file: many people have one key to sign and another one to read.
     *
     * @param file the file
     * @param password its password, which is not kept
     * @return the keys, in the file's order
     * @throws IOException if the file cannot be read or the password is wrong
     * @throws SmimeException if it holds no private key
     */
    public static Keys fromPkcs12(Path file, char[] password) throws IOException {
        return new Keys(Identity.allFromPkcs12(file, password));
    }

    /**
     * Gives no keys: signatures are verified, nothing is decrypted.
     *
     * @return no keys
     */
    public static Keys none() {
        return new Keys(List.of(), List.of());
    }
}
