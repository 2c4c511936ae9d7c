package dev.tegami.dns;

import dev.tegami.MailException;

/** The DNS gave no answer, so nothing is known of the name; a name that does not exist is an empty answer, not this. */
public class DnsFailed extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what happened
     * @param cause the failure below
     */
    public DnsFailed(String message, Throwable cause) {
        super(message, true, "try again later; check the name servers of this machine", cause);
    }
}
