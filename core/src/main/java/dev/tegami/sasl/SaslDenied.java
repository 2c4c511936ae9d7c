package dev.tegami.sasl;

import dev.tegami.MailException;

/** A login that fails before or beside the server's verdict: no mechanism fits, or the exchange breaks its rules. */
public class SaslDenied extends MailException {
    private static final long serialVersionUID = 1L;

    private final Denial why;

    /**
     * Creates the error.
     *
     * @param why what stands in the way
     * @param message what happened, without secrets
     */
    public SaslDenied(Denial why, String message) {
        super(message, why.isTransient(), why.advice());
        this.why = why;
    }

    /**
     * Creates the error with its cause.
     *
     * @param why what stands in the way
     * @param message what happened, without secrets
     * @param cause the failure below
     */
    public SaslDenied(Denial why, String message, Throwable cause) {
        super(message, why.isTransient(), why.advice(), cause);
        this.why = why;
    }

    /**
     * Tells what stands in the way.
     *
     * @return the reason
     */
    public Denial why() {
        return why;
    }
}
