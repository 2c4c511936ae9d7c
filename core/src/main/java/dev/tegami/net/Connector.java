package dev.tegami.net;

import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;

/**
 * The way to a server, as each protocol's door gives it: an immutable value; every method makes a changed copy and
 * touches no network. Safe to share among threads.
 *
 * <pre>{@code
 * Imap.at("imap.example.org").trust(Path.of("our-ca.pem")).login("bob", secret).open();
 * }</pre>
 *
 * @param <C> the connector of the protocol
 */
public abstract class Connector<C extends Connector<C>> {
    private final ConnectOptions options;

    /**
     * Keeps the options.
     *
     * @param options the options
     */
    protected Connector(ConnectOptions options) {
        this.options = options;
    }

    /**
     * Makes the same connector with other options.
     *
     * @param other the options
     * @return the new connector
     */
    protected abstract C with(ConnectOptions other);

    /**
     * Gives the options.
     *
     * @return the options
     */
    public ConnectOptions options() {
        return options;
    }

    private C change(UnaryOperator<ConnectOptions> change) {
        return with(change.apply(options));
    }

    private C security(Security security) {
        return with(options.server(options.server().security(security)));
    }

    /**
     * Chooses the port. Without it the protocol's registered port for the kind of protection is used.
     *
     * @param port 1 to 65535
     * @return the changed copy
     */
    public C port(int port) {
        return change(o -> o.server(o.server().port(port)));
    }

    /**
     * Speaks TLS from the first octet.
     *
     * @return the changed copy
     */
    public C implicitTls() {
        return security(Security.IMPLICIT_TLS);
    }

    /**
     * Begins in plaintext and requires STARTTLS (STLS in POP3): without it there is no session.
     *
     * @return the changed copy
     */
    public C startTls() {
        return security(Security.STARTTLS_REQUIRED);
    }

    /**
     * Uses STARTTLS where the server offers it, and plaintext otherwise: for relay on port 25 only. An attacker on the
     * path can read and change everything. Passwords are not sent without TLS.
     *
     * @return the changed copy
     */
    public C opportunisticTls() {
        return security(Security.STARTTLS_OPPORTUNISTIC);
    }

    /**
     * Uses no TLS at all: everyone on the path reads and changes everything, passwords included.
     *
     * @return the changed copy
     */
    public C insecurePlaintext() {
        return security(Security.INSECURE_PLAINTEXT);
    }

    /**
     * Says whom to trust and what to show.
     *
     * @param tls the TLS options
     * @return the changed copy
     */
    public C tls(TlsOptions tls) {
        return change(o -> o.tls(tls));
    }

    /**
     * Trusts certificates beside the platform's trust anchors.
     *
     * @param anchors certificates of authorities, or of the server itself
     * @return the changed copy
     */
    public C trust(X509Certificate... anchors) {
        return change(o -> o.tls(o.tls().trust(anchors)));
    }

    /**
     * Trusts the certificates of a file beside the platform's trust anchors.
     *
     * @param pem a file of one or more PEM or DER certificates, read now
     * @return the changed copy
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public C trust(Path pem) throws IOException {
        return with(options.tls(options.tls().trust(pem)));
    }

    /**
     * Says how long each wait may last.
     *
     * @param deadlines the deadlines
     * @return the changed copy
     */
    public C deadlines(Deadlines deadlines) {
        return change(o -> o.deadlines(deadlines));
    }

    /**
     * Says how much the server may make us hold.
     *
     * @param limits the limits
     * @return the changed copy
     */
    public C limits(WireLimits limits) {
        return change(o -> o.limits(limits));
    }

    /**
     * Listens to the wire, with secrets masked.
     *
     * @param trace the listener
     * @return the changed copy
     */
    public C trace(Trace trace) {
        return change(o -> o.trace(trace));
    }

    /**
     * Chooses how the octets get to the server: through a proxy, a Unix-domain socket or a socket of the caller's own.
     *
     * @param route the way
     * @return the changed copy
     */
    public C via(Route route) {
        return change(o -> o.route(route));
    }

    /**
     * Logs in with a password. The strongest mechanism the server offers is used.
     *
     * @param user the user name
     * @param password the password
     * @return the changed copy
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in either
     */
    public C login(String user, String password) {
        return login(Credentials.password(user, password));
    }

    /**
     * Logs in with a password, which is copied; the caller may clear the array.
     *
     * @param user the user name
     * @param password the password
     * @return the changed copy
     * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in either
     */
    public C login(String user, char[] password) {
        return login(Credentials.password(user, password));
    }

    /**
     * Logs in with any credentials.
     *
     * @param credentials a password, a token, a client certificate or another mechanism
     * @return the changed copy
     */
    public C login(Credentials credentials) {
        return change(o -> o.credentials(credentials));
    }
}
