package dev.tegami.net;

import dev.tegami.MailException;
import java.util.Optional;

/**
 * Something went wrong between us and a server: the root of connection, TLS, protocol and login errors, and of the
 * refusals each protocol defines. It names the server and what was going on, never a secret.
 */
public class NetException extends MailException {
    private static final long serialVersionUID = 1L;

    private final Server server;
    private final String during;

    /**
     * Creates an error.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets, such as {@code MAIL FROM} or {@code TLS handshake}
     * @param message what happened
     * @param isTransient whether the same call may succeed later
     * @param advice what the caller can do next, or an empty string
     */
    public NetException(Server server, String during, String message, boolean isTransient, String advice) {
        super(sentence(server, during, message), isTransient, advice);
        this.server = server;
        this.during = during;
    }

    /**
     * Creates an error with its cause.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param isTransient whether the same call may succeed later
     * @param advice what the caller can do next, or an empty string
     * @param cause the failure below
     */
    public NetException(
            Server server, String during, String message, boolean isTransient, String advice, Throwable cause) {
        super(sentence(server, during, message), isTransient, advice, cause);
        this.server = server;
        this.during = during;
    }

    private static String sentence(Server server, String during, String message) {
        return during + " with " + server + ": " + message;
    }

    /**
     * Names the server.
     *
     * @return the server; always there for errors of this library
     */
    public Optional<Server> server() {
        return Optional.of(server);
    }

    /**
     * Says what was going on.
     *
     * @return a command or a phase, without secrets
     */
    public String during() {
        return during;
    }

    /**
     * Tells whether a deadline of {@link Deadlines} ran out.
     *
     * @return true for {@link TimedOut}
     */
    public boolean isTimeout() {
        return this instanceof TimedOut;
    }
}
