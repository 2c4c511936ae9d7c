package dev.tegami;

/**
 * The root of every error Tegami throws of its own. It answers what a caller asks: what happened (the message), is it
 * worth another try, and what to do next.
 *
 * <p>Errors of the caller's own files and streams stay {@link java.io.IOException}; a broken message is a finding, a
 * bad signature a verdict, and neither is thrown.
 */
public class MailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isTransient;
    private final String advice;

    /**
     * Creates an error.
     *
     * @param message what happened, without secrets
     * @param isTransient whether the same call may succeed later
     * @param advice what the caller can do next, or an empty string
     */
    public MailException(String message, boolean isTransient, String advice) {
        super(message);
        this.isTransient = isTransient;
        this.advice = advice;
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what happened, without secrets
     * @param isTransient whether the same call may succeed later
     * @param advice what the caller can do next, or an empty string
     * @param cause the failure below
     */
    public MailException(String message, boolean isTransient, String advice, Throwable cause) {
        super(message, cause);
        this.isTransient = isTransient;
        this.advice = advice;
    }

    /**
     * Tells whether the same call may succeed later without any change.
     *
     * @return true for a passing trouble such as a lost connection
     */
    public boolean isTransient() {
        return isTransient;
    }

    /**
     * Says what the caller can do next.
     *
     * @return a sentence, or an empty string where there is nothing to add
     */
    public String advice() {
        return advice;
    }
}
