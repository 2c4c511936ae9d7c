package dev.tegami.smime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The identities that open encrypted messages. Immutable.
 *
 * @param identities the identities, tried in their order
 */
public record Keys(List<Identity> identities) {
    /**
     * Takes copies of the collections.
     *
     * @param identities the identities, tried in their order
     */
    public Keys {
        identities = List.copyOf(identities);
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
        return new Keys(List.of());
    }
}
