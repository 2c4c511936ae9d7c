package dev.tegami.imap;

/** Where changes matter (RFC 5465 §6). */
public enum NotifyScope {
    /** The selected folder: new messages with their UIDs and flags, messages gone, flags. */
    SELECTED("selected (MessageNew (UID FLAGS) MessageExpunge FlagChange)"),
    /** Folders to which new messages are delivered. */
    INBOXES("inboxes (MessageNew MessageExpunge)"),
    /** Folders the user is subscribed to. */
    SUBSCRIBED("subscribed (MessageNew MessageExpunge)"),
    /** All folders of the user, with folders that come, go and change their names. */
    PERSONAL("personal (MessageNew MessageExpunge MailboxName SubscriptionChange)");

    private final String filter;

    NotifyScope(String filter) {
        this.filter = filter;
    }

    String filter() {
        return filter;
    }
}
