package dev.tegami.smime;

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
     * Gives no keys: signatures are verified, nothing is decrypted.
     *
     * @return no keys
     */
    public static Keys none() {
        return new Keys(List.of());
    }
}
