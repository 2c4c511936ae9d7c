package dev.tegami.imap;

import dev.tegami.imap.internal.command.Annotate;
import dev.tegami.imap.internal.command.Replace;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.command.StoreLabels;
import java.util.List;

/** What can be changed of the messages of a selected folder, by extensions. See {@link Folder}. */
public abstract sealed class EditableFolder extends FindingFolder permits Folder {
    EditableFolder(ImapSession session, String name, Select.Selected first) {
        super(session, name, first);
    }

    /**
     * Puts a message in the place of another, such as a later state of a draft: at once by REPLACE (RFC 8508), or else by
     * appending the new one, and only then removing just the old one.
     *
     * @param uid the message that goes
     * @param message the message that comes
     * @return where it went
     * @throws UnsupportedOperationException if the server has neither REPLACE nor UIDPLUS: an EXPUNGE would take other
     *     messages along; nothing was changed then
     * @throws ImapRefused if the server does not take it; the old message stays then
     */
    public Appended replace(long uid, NewMessage message) {
        return replace(uid, name(), message);
    }

    /**
     * Does the same, with the new message in another folder, such as a draft that was sent.
     *
     * @param uid the message that goes, in this folder
     * @param target the name of the folder that the new message goes to
     * @param message the message that comes
     * @return where it went
     * @throws UnsupportedOperationException as above
     * @throws ImapRefused as above
     */
    public Appended replace(long uid, String target, NewMessage message) {
        if (session.has(Extension.REPLACE)) {
            return run(new Replace(uid, target, message));
        }
        if (!session.has(Extension.UIDPLUS)) {
            throw new UnsupportedOperationException("the server has neither REPLACE nor UIDPLUS");
        }
        check();
        UidSet old = UidSet.of(uid);
        Appended where = session.append(target, message).get(0);
        addFlags(old, Flag.DELETED);
        expunge(old);
        return where;
    }

    abstract void addFlags(MessageSet messages, Flag... flags);

    abstract void expunge(UidSet messages);

    /**
     * Adds labels at Gmail.
     *
     * @param messages to which messages
     * @param labels the labels: Gmail's own, such as {@code \Starred}, and the user's, which are made where they are new
     * @throws UnsupportedOperationException if the server has no X-GM-EXT-1
     */
    public void addGmailLabels(MessageSet messages, String... labels) {
        label(messages, "+X-GM-LABELS", labels);
    }

    /**
     * Takes labels away at Gmail.
     *
     * @param messages from which messages
     * @param labels the labels
     * @throws UnsupportedOperationException if the server has no X-GM-EXT-1
     */
    public void removeGmailLabels(MessageSet messages, String... labels) {
        label(messages, "-X-GM-LABELS", labels);
    }

    /**
     * Puts labels in the place of all others at Gmail.
     *
     * @param messages on which messages
     * @param labels the labels
     * @throws UnsupportedOperationException if the server has no X-GM-EXT-1
     */
    public void replaceGmailLabels(MessageSet messages, String... labels) {
        label(messages, "X-GM-LABELS", labels);
    }

    private void label(MessageSet messages, String item, String... labels) {
        session.need(Extension.GMAIL);
        pieces(messages).forEach(piece -> run(new StoreLabels(piece, item, List.of(labels))));
    }

    /**
     * Notes something on messages (RFC 5257).
     *
     * @param messages on which messages
     * @param annotations what to note; values that are absent are removed
     * @throws UnsupportedOperationException if the server has no ANNOTATE-EXPERIMENT-1
     */
    public void annotate(MessageSet messages, Annotation... annotations) {
        session.need(Extension.ANNOTATE);
        if (annotations.length > 0) {
            pieces(messages).forEach(piece -> run(new Annotate(piece, List.of(annotations))));
        }
    }
}
