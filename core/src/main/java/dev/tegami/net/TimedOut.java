package dev.tegami.net;

/** A deadline of {@link Deadlines} ran out; the connection is closed. Whether the server carried out the command is unknown. */
public class TimedOut extends NetException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param advice what the caller can do next, or an empty string
     */
    public TimedOut(Server server, String during, String message, String advice) {
        super(server, during, message, true, advice);
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
    public TimedOut(Server server, String during, String message, String advice, Throwable cause) {
        super(server, during, message, true, advice, cause);
    }
}
