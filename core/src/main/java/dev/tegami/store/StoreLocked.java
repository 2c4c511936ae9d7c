package dev.tegami.store;

import dev.tegami.MailException;
import java.nio.file.Path;

/** Another program held the lock of an mbox for as long as we were willing to wait. Nothing was changed. */
public final class StoreLocked extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param lock the file that is locked
     */
    public StoreLocked(Path lock) {
        super(
                lock + " stayed locked by another program",
                true,
                "try again later; if no program uses the mbox, delete the lock file");
    }
}
