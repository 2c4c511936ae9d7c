package dev.tegami.mime;

import dev.tegami.MailException;

/** A message could not be built, or a strict parse found what it refuses. */
public class MimeException extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error.
     *
     * @param message what is wrong
     * @param advice what the caller can do next
     */
    public MimeException(String message, String advice) {
        super(message, false, advice);
    }
}
