package dev.tegami.net;

/** TLS is not there or not to be trusted: no STARTTLS, a failed handshake, an untrusted or wrong certificate, a pin that does not match. Nothing falls back to plaintext. */
public class TlsFailed extends NetException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param advice what the caller can do next, or an empty string
     */
    public TlsFailed(Server server, String during, String message, String advice) {
        super(server, during, message, false, advice);
    }

    /**
     * Creates the error with its cause.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param advice what the caller can do next, or an empty string
     * @param cause the failure below
     */
    public TlsFailed(Server server, String during, String message, String advice, Throwable cause) {
        super(server, during, message, false, advice, cause);
    }
}
