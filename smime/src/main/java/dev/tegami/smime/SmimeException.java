package dev.tegami.smime;

import dev.tegami.MailException;

/** A message cannot be protected as it was asked for. Nothing is ever sent with less protection instead. */
public class SmimeException extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what happened
     * @param advice what the caller can do next
     */
    public SmimeException(String message, String advice) {
        super(message, false, advice);
    }

    /**
     * Creates the error with its cause.
     *
     * @param message what happened
     * @param advice what the caller can do next
     * @param cause the failure below
     */
    public SmimeException(String message, String advice, Throwable cause) {
        super(message, false, advice, cause);
    }
}
