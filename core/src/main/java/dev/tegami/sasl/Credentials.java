package dev.tegami.sasl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.sasl.SaslClient;

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
     * Logs in with a password. SCRAM prepares name and password by SASLprep (RFC 4013) as RFC 5802 §5.1 asks; every other
     * mechanism and login command sends them as they are given, since preparing them is the server's part there (RFC 4616
     * §2). A password typed on a keyboard that composes letters in its own way is best given in form C ({@link
     * java.text.Normalizer}).
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
     * Logs in with an OAuth 2.0 access token. If the server refuses it, the source is asked once for a new one.
     *
     * @param user the user name
     * @param source gives the tokens
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in the name
     */
    public static Credentials token(String user, TokenSource source) {
        return new Credentials(user, new Proof.Token(source), "", List.of());
    }

    /**
     * Logs in as whom the client certificate (or the operating system) proves (EXTERNAL, RFC 4422 appendix A).
     *
     * @return the credentials; {@link #actingAs} may name the identity wanted
     */
    public static Credentials external() {
        return new Credentials("", new Proof.External(), "", List.of());
    }

    /**
     * Logs in as a guest (ANONYMOUS, RFC 4505).
     *
     * @param trace a mail address or token for the server's log, or an empty string
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate
     */
    public static Credentials anonymous(String trace) {
        return new Credentials(trace, new Proof.Anonymous(), "", List.of());
    }

    /**
     * Logs in with a Kerberos ticket (GSSAPI, RFC 4752) through the Java platform, which looks for the ticket in the
     * subject that the session is opened under and, with the system property {@code
     * javax.security.auth.useSubjectCredsOnly} false, where its JAAS settings say. The module {@code jdk.security.jgss}
     * must be there.
     *
     * @param user the user name, which the server must find to be the ticket's; an empty string for whosoever ticket it is
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate
     */
    public static Credentials kerberos(String user) {
        return new Credentials(user, new Proof.Kerberos(Optional.empty()), "", List.of());
    }

    /**
     * Logs in with the Kerberos ticket of a subject, on whichever thread.
     *
     * <pre>{@code
     * LoginContext context = new LoginContext("mail", handler);
     * context.login();
     * Credentials ada = Credentials.kerberos("ada", context.getSubject());
     * }</pre>
     *
     * @param user the user name, which the server must find to be the ticket's; an empty string for whosoever ticket it is
     * @param holder the subject with the ticket, as a JAAS login gives it
     * @return the credentials
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate
     */
    public static Credentials kerberos(String user, Subject holder) {
        return new Credentials(user, new Proof.Kerberos(Optional.of(holder)), "", List.of());
    }

    /**
     * Logs in by a mechanism of the caller's own. On a link without TLS it is treated as one that shows its secret.
     *
     * @param mechanism the registered name, in capitals
     * @param client makes a new client for each login; quality of protection must be {@code auth}
     * @return the credentials
     */
    public static Credentials mechanism(String mechanism, Supplier<SaslClient> client) {
        return new Credentials("", new Proof.Own(mechanism, client), "", List.of());
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
