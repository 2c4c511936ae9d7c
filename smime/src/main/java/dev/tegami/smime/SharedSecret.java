package dev.tegami.smime;

import dev.tegami.smime.internal.KeySecret;
import dev.tegami.smime.internal.PasswordSecret;
import dev.tegami.smime.internal.Rounds;
import dev.tegami.smime.internal.Secret;

/**
 * What sender and reader both know and a message can be encrypted with, where there is no certificate: a password (RFC
 * 3211) or a key (KEKRecipientInfo, RFC 5652 section 6.2.3). Whoever knows it reads every message made with it, and a
 * message is no stronger than its weakest recipient: a password can be guessed. Immutable; it never shows itself.
 *
 * <pre>{@code
 * SharedSecret secret = SharedSecret.password(password);
 * Message sealed = note.with(Smime.encrypt(secret));
 * Opened letter = Smime.open(sealed, Keys.of(secret), trust);
 * }</pre>
 */
public final class SharedSecret {
    /** What OWASP asks of PBKDF2 with HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int FEWEST = 100_000;

    private final Secret secret;

    private SharedSecret(Secret secret) {
        this.secret = secret;
    }

    /**
     * Takes a password. What is encrypted with it derives the key by PBKDF2 with HMAC-SHA-256 in 600,000 rounds.
     *
     * @param password the password, in UTF-8 when it is used; a copy of it is kept
     * @return the secret
     */
    public static SharedSecret password(char[] password) {
        return password(password, ROUNDS);
    }

    /**
     * Takes a password and says how much work it is to try one.
     *
     * @param password the password, in UTF-8 when it is used; a copy of it is kept
     * @param rounds how many rounds of PBKDF2, for what is encrypted with it: from 100,000 to 10,000,000, which is what a
     *     reader of ours does for one message at most
     * @return the secret
     */
    public static SharedSecret password(char[] password, int rounds) {
        if (password.length == 0) {
            throw new SmimeException("an empty password protects nothing", "give a password");
        }
        if (rounds < FEWEST || rounds > Rounds.MOST) {
            throw new SmimeException(
                    "a password cannot be used with " + rounds + " rounds",
                    "take 100,000 to 10,000,000, or leave it out");
        }
        return new SharedSecret(new PasswordSecret(password, rounds));
    }

    /**
     * Takes a key that both sides have.
     *
     * @param identifier the name by which the reader finds the key, which everyone can read in the message
     * @param key the key for AES: 16, 24 or 32 octets; a copy of it is kept
     * @return the secret
     */
    public static SharedSecret key(byte[] identifier, byte[] key) {
        if (!KeySecret.isKey(key) || identifier.length == 0) {
            throw new SmimeException(
                    "a key of " + key.length + " octets called by " + identifier.length,
                    "give 16, 24 or 32 random octets, and a name");
        }
        return new SharedSecret(new KeySecret(identifier, key));
    }

    Secret secret() {
        return secret;
    }

    @Override
    public String toString() {
        return secret instanceof PasswordSecret ? "a password" : "a shared key";
    }
}
