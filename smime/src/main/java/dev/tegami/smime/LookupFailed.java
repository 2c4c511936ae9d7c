package dev.tegami.smime;

/** It cannot be told whether somebody has a certificate. That there is none is an empty answer, not this. */
public class LookupFailed extends SmimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what happened
     * @param cause the failure below
     */
    public LookupFailed(String message, Throwable cause) {
        super(message, "try again later, or give the certificate yourself", cause);
    }
}
