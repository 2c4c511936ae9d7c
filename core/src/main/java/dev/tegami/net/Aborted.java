package dev.tegami.net;

/** The session was ended on purpose while it was at work: by {@code abort()} from another thread, or by an interrupt (whose flag stays set). */
public class Aborted extends NetException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param during the command or phase that failed, without secrets
     * @param message what happened
     * @param advice what the caller can do next, or an empty string
     */
    public Aborted(Server server, String during, String message, String advice) {
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
    public Aborted(Server server, String during, String message, String advice, Throwable cause) {
        super(server, during, message, false, advice, cause);
    }
}
