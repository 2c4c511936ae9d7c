package dev.tegami.smime;

/** There is no timestamp to be had, so that nothing was signed: what should carry one is not sent without. */
public class TimestampFailed extends SmimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what happened
     * @param cause the failure below
     */
    public TimestampFailed(String message, Throwable cause) {
        super(message, "ask again, ask another authority, or sign without a timestamp", cause);
    }
}
