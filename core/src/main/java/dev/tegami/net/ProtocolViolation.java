package dev.tegami.net;

/** The server sent what its protocol does not allow; the connection is closed, since what follows has no known meaning. */
public class ProtocolViolation extends NetException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param advice what the caller can do next, or an empty string
     */
    public ProtocolViolation(Server server, String during, String message, String advice) {
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
    public ProtocolViolation(Server server, String during, String message, String advice, Throwable cause) {
        super(server, during, message, false, advice, cause);
    }
}
