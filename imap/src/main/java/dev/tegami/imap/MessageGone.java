package dev.tegami.imap;

import dev.tegami.MailException;

/** The message is not in the folder any more: another client removed it. */
public class MessageGone extends MailException {
    private static final long serialVersionUID = 1L;

    private final long uid;

    /**
     * Creates the error.
     *
     * @param uid the UID of the message
     */
    public MessageGone(long uid) {
        super("the message UID " + uid + " is not in the folder any more", false, "search again");
        this.uid = uid;
    }

    /**
     * Names the message.
     *
     * @return the UID
     */
    public long uid() {
        return uid;
    }
}
