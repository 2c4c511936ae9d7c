package dev.tegami.sasl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who logs in and by which kind of proof. Immutable; its text never shows a secret.
 *
 * <pre>{@code
 * Credentials ada = Credentials.password("ada", secret).only("SCRAM-SHA-256");
 * }</pre>
 */
public final class Credentials {
    private final String user;
    private final Proof proof;
    private final String authorizationId;
    private final List<String> only;

    private Credentials(String user, Proof proof, String authorizationId, List<String> only) {
        this.user = Plain.checked("user name", user);
        this.proof = proof;
        this.authorizationId = Plain.checked("authorization identity", authorizationId);
        this.only = only;
    }

    /**
     * Logs in with a password.
     *
     * @param user the user name
     * @param password the password
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in either
     */
    public static Credentials password(String user, String password) {
        return new Credentials(user, new Proof.Password(Plain.checked("password", password)), "", List.of());
    }

    /**
     * Logs in with a password.
     *
     * @param user the user name
     * @param password the password, which is copied; the caller may clear the array
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in either
     */
    public static Credentials password(String user, char[] password) {
        return password(user, new String(password));
    }

    /**
     * Acts as another identity than the user who logs in (the authorization identity of RFC 4422 §2).
     *
     * @param identity whom to act as
     * @return the changed copy
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate
     */
    public Credentials actingAs(String identity) {
        return new Credentials(user, proof, identity, only);
    }

    /**
     * Allows only some mechanisms, the preferred one first; by default the strongest is chosen.
     *
     * @param mechanisms the registered names
     * @return the changed copy
     */
    public Credentials only(String... mechanisms) {
        return new Credentials(
                user,
                proof,
                authorizationId,
                Stream.of(mechanisms).map(name -> name.toUpperCase(Locale.ROOT)).toList());
    }

    /**
     * Names the user.
     *
     * @return the user name, empty where the proof alone says it
     */
    public String user() {
        return user;
    }

    /**
     * Names whom to act as.
     *
     * @return the authorization identity, or empty for the user's own
     */
    public Optional<String> authorizationId() {
        return authorizationId.isEmpty() ? Optional.empty() : Optional.of(authorizationId);
    }

    /**
     * Lists the only mechanisms allowed.
     *
     * @return names in the order of preference, or an empty list for all
     */
    public List<String> mechanisms() {
        return only;
    }

    /**
     * Gives the password, for protocols that have a login command of their own (IMAP LOGIN, POP3 PASS).
     *
     * @return the password, or empty if the proof is another
     */
    public Optional<String> password() {
        return proof instanceof Proof.Password given ? Optional.of(given.secret()) : Optional.empty();
    }

    Proof proof() {
        return proof;
    }

    /** Shows the user and the kind of proof, never the secret. */
    @Override
    public String toString() {
        return "Credentials[" + user + ", " + proof.kind() + "]";
    }
}
