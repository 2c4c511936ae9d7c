package dev.tegami.mime;

import dev.tegami.MailException;
import java.nio.file.Path;

/** A source no longer gives the octets it gave before, so a message that rests on it cannot be read or written. */
public final class SourceChanged extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what changed
     */
    public SourceChanged(String message) {
        super(message, false, "parse or compose the message again from the octets as they are now");
    }

    static SourceChanged of(Path file) {
        return new SourceChanged(file + " was changed after the message was made from it");
    }
}
