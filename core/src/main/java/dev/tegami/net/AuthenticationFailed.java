package dev.tegami.net;

import dev.tegami.sasl.Denial;
import java.util.Optional;

/** The login did not succeed. {@link #why()} tells a wrong password from a locked account, an expired token or a missing mechanism. */
public class AuthenticationFailed extends NetException {
    private static final long serialVersionUID = 1L;

    private final Denial why;
    private final String mechanism;
    private final String serverText;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param why what stood in the way
     * @param mechanism the SASL mechanism or login command tried, or an empty string where none was
     * @param serverText what the server said, without secrets, or an empty string
     * @param message what happened
     */
    public AuthenticationFailed(Server server, Denial why, String mechanism, String serverText, String message) {
        super(server, during(mechanism), message, why.isTransient(), why.advice());
        this.why = why;
        this.mechanism = mechanism;
        this.serverText = serverText;
    }

    /**
     * Creates the error with its cause.
     *
     * @param server the server in question
     * @param why what stood in the way
     * @param mechanism the SASL mechanism or login command tried, or an empty string where none was
     * @param message what happened
     * @param cause the failure below
     */
    public AuthenticationFailed(Server server, Denial why, String mechanism, String message, Throwable cause) {
        super(server, during(mechanism), message, why.isTransient(), why.advice(), cause);
        this.why = why;
        this.mechanism = mechanism;
        this.serverText = "";
    }

    private static String during(String mechanism) {
        return mechanism.isEmpty() ? "login" : "login by " + mechanism;
    }

    /**
     * Tells what stood in the way.
     *
     * @return the reason, as far as the server let us know
     */
    public Denial why() {
        return why;
    }

    /**
     * Names the mechanism that was tried.
     *
     * @return the SASL mechanism or login command, or empty where none could be
     */
    public Optional<String> mechanism() {
        return mechanism.isEmpty() ? Optional.empty() : Optional.of(mechanism);
    }

    /**
     * Repeats what the server said.
     *
     * @return the server's text with secrets masked, or an empty string
     */
    public String serverText() {
        return serverText;
    }
}
