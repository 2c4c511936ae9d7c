package dev.tegami.imap;

import dev.tegami.MailException;

/** The folder is not selected any more: another one was selected since, or it was closed. */
public class FolderLeft extends MailException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param folder the name of the folder
     */
    public FolderLeft(String folder) {
        super("the folder " + folder + " is not selected any more", false, "select it again, or use a second session");
    }
}
