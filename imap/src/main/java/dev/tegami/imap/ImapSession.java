package dev.tegami.imap;

import dev.tegami.imap.internal.command.Bare;
import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.GetQuotaRoot;
import dev.tegami.imap.internal.command.Id;
import dev.tegami.imap.internal.command.ListCommand;
import dev.tegami.imap.internal.command.NamespaceCommand;
import dev.tegami.imap.internal.command.Notify;
import dev.tegami.imap.internal.command.OnFolder;
import dev.tegami.imap.internal.command.Rename;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.mime.Message;
import dev.tegami.net.NetException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an IMAP server that is logged in. One thread at a time; a second one is refused at once. Only {@link
 * #abort()} may come from another thread. A {@link ImapRefused} leaves the session usable, any other {@link
 * NetException} ends it.
 */
public final class ImapSession extends ExtendedSession implements AutoCloseable {
    private final Turn turn = new Turn();
    private @Nullable Folder selected;
    private boolean hasQresync;
    private boolean triedQresync;
    private boolean isUidOnly;
    private boolean isClosed;

    ImapSession(Conversation conversation) {
        super(conversation);
        conversation.listener(this::hear);
    }

    private void hear(Event event) {
        Folder current = selected;
        if (current != null) {
            current.hear(event);
        }
        tell(event);
    }

    /**
     * Lists all folders.
     *
     * @return the folders in the server's order
     */
    public List<FolderListing> list() {
        return list("*");
    }

    /**
     * Lists folders whose name fits (RFC 9051 §6.3.9).
     *
     * @param pattern a name in which {@code *} stands for anything and {@code %} for one level
     * @return the folders
     */
    public List<FolderListing> list(String pattern) {
        return run(new ListCommand(pattern));
    }

    /**
     * Lists the folders that fit a query (RFC 5258, RFC 5819, RFC 6154). What the server cannot do in one command is
     * asked in several, with the same outcome.
     *
     * @param query which folders, and what of each
     * @return the folders
     */
    public List<FolderListing> list(ListQuery query) {
        return guarded(() -> new Listing(this, query).run());
    }

    /**
     * Asks for the numbers of a folder that is not selected.
     *
     * @param folder the name
     * @return messages, next UID, UIDVALIDITY and unseen messages
     */
    public Status status(String folder) {
        return run(new StatusCommand(folder, "MESSAGES UIDNEXT UIDVALIDITY UNSEEN"));
    }

    /**
     * Asks for numbers of a folder that is not selected. Items that the server does not know are not asked for.
     *
     * @param folder the name
     * @param items what to ask
     * @return what the server gave
     */
    public Status status(String folder, StatusItem... items) {
        return guarded(() -> StatusItem.ask(this, folder, List.of(items)));
    }

    /**
     * Tells where folders live (RFC 2342).
     *
     * @return the places
     * @throws UnsupportedOperationException if the server has no NAMESPACE
     */
    public Namespaces namespaces() {
        need(Extension.NAMESPACE);
        return run(new NamespaceCommand());
    }

    /**
     * Tells how much room there is for a folder (RFC 9208).
     *
     * @param folder the name
     * @return what limits it, empty where nothing does
     * @throws UnsupportedOperationException if the server has no QUOTA
     */
    public List<Quota> quotas(String folder) {
        need(Extension.QUOTA);
        return run(new GetQuotaRoot(folder));
    }

    /**
     * Asks the server to tell of changes without further questions (RFC 5465). What comes reaches the listener, also
     * as {@link Event.StatusChanged} and {@link Event.Listed} of folders that are not selected.
     *
     * @param scopes where changes matter; nothing ends it
     * @throws UnsupportedOperationException if the server has no NOTIFY
     */
    public void notifyOf(NotifyScope... scopes) {
        need(Extension.NOTIFY);
        run(new Notify(Stream.of(scopes).map(NotifyScope::filter).toList()));
    }

    boolean has(String capability) {
        return conversation.has(capability);
    }

    boolean offers(String extension) {
        return conversation.offers(extension);
    }

    /**
     * Selects a folder for reading and changing. The folder selected before can no longer be used.
     *
     * @param folder the name
     * @return the folder
     */
    public Folder select(String folder) {
        return select("SELECT", folder);
    }

    /**
     * Selects a folder for reading only.
     *
     * @param folder the name
     * @return the folder
     */
    public Folder examine(String folder) {
        return select("EXAMINE", folder);
    }

    private Folder select(String verb, String name) {
        return guarded(() -> {
            selected = null;
            Folder folder = new Folder(this, name, conversation.run(new Select(verb, name)));
            selected = folder;
            return folder;
        });
    }

    /** Whether the folder of that name is selected in that way. */
    boolean has(String name, boolean readOnly) {
        Folder current = selected;
        return current != null && current.name().equals(name) && current.isReadOnly() == readOnly;
    }

    /** The folder of that name with its latest news. */
    Folder at(String name, boolean readOnly) {
        Folder current = selected;
        if (current != null && has(name, readOnly)) {
            noop();
            return current;
        }
        return readOnly ? examine(name) : select(name);
    }

    boolean isUsable() {
        return !isClosed && conversation.wire().isUsable();
    }

    boolean isSelected(ReadableFolder folder) {
        return selected == folder;
    }

    @Override
    ImapSession self() {
        return this;
    }

    /** Whether sequence numbers are no more (RFC 9586). */
    boolean isUidOnly() {
        return isUidOnly;
    }

    @Override
    void begunAnew() {
        selected = null;
        hasQresync = false;
        triedQresync = false;
        isUidOnly = false;
    }

    void deselect() {
        selected = null;
    }

    /**
     * Creates a folder.
     *
     * @param folder the name, with the server's separator between levels
     */
    public void create(String folder) {
        run(new OnFolder("CREATE", folder));
    }

    /**
     * Deletes a folder with its messages.
     *
     * @param folder the name
     */
    public void delete(String folder) {
        run(new OnFolder("DELETE", folder));
    }

    /**
     * Renames a folder and those below it.
     *
     * @param from the old name
     * @param to the new name
     */
    public void rename(String from, String to) {
        run(new Rename(from, to));
    }

    /**
     * Subscribes to a folder.
     *
     * @param folder the name
     */
    public void subscribe(String folder) {
        run(new OnFolder("SUBSCRIBE", folder));
    }

    /**
     * Ends the subscription to a folder.
     *
     * @param folder the name
     */
    public void unsubscribe(String folder) {
        run(new OnFolder("UNSUBSCRIBE", folder));
    }

    /**
     * Stores a message in a folder. It is written straight from its source.
     *
     * @param folder the name
     * @param message the message
     * @param flags the flags it gets
     * @return where it went
     * @throws dev.tegami.LimitExceeded if it is larger than the server says it takes; nothing was sent then
     */
    public Appended append(String folder, Message message, Flag... flags) {
        return append(folder, NewMessage.of(message).flags(flags)).get(0);
    }

    /**
     * Stores several messages in a folder, in one command where the server has MULTIAPPEND (RFC 3502): then all of
     * them or none.
     *
     * @param folder the name
     * @param messages the messages
     * @param flags the flags they get
     * @return where they went, one entry for each, in their order
     * @throws dev.tegami.LimitExceeded if one is larger than the server says it takes; nothing was sent then
     */
    public List<Appended> append(String folder, List<Message> messages, Flag... flags) {
        return append(
                folder,
                messages.stream().map(m -> NewMessage.of(m).flags(flags)).toArray(NewMessage[]::new));
    }

    /**
     * Does the same for messages that each have flags and a date of their own.
     *
     * @param folder the name
     * @param messages the messages
     * @return where they went, one entry for each, in their order
     * @throws dev.tegami.LimitExceeded if one is larger than the server says it takes; nothing was sent then
     */
    public List<Appended> append(String folder, NewMessage... messages) {
        return guarded(() -> new Appending(conversation, folder).run(List.of(messages)));
    }

    /**
     * Turns on extensions (RFC 5161).
     *
     * @param extensions their names, such as {@code CONDSTORE}
     * @return those the server really turned on
     */
    public List<String> enable(String... extensions) {
        return guarded(() -> turnOn(extensions));
    }

    private List<String> turnOn(String... extensions) {
        List<String> enabled = new Enabling(conversation).run(extensions);
        hasQresync |= enabled.contains("QRESYNC");
        isUidOnly |= enabled.contains("UIDONLY");
        return enabled;
    }

    /** Turns on QRESYNC if the server has it, which it may only do while no folder is selected (RFC 5161 §3.1). */
    boolean qresync(Folder folder) {
        boolean canTurnOn = conversation.has("QRESYNC") && conversation.has("ENABLE") && conversation.has("UNSELECT");
        if (!hasQresync && !triedQresync && canTurnOn) {
            triedQresync = true;
            selected = null;
            conversation.run(new Bare("UNSELECT"));
            turnOn("QRESYNC");
            folder.selectedAgain(
                    conversation.run(new Select(folder.isReadOnly() ? "EXAMINE" : "SELECT", folder.name())));
            selected = folder;
        }
        return hasQresync;
    }

    /**
     * Exchanges names with the server (RFC 2971).
     *
     * @param ours what to say of ourselves, may be empty
     * @return what the server says of itself
     */
    public Map<String, String> id(Map<String, String> ours) {
        return run(new Id(ours));
    }

    /** Gives the server a chance to tell news, and keeps the connection alive. */
    public void noop() {
        run(new Bare("NOOP"));
    }

    @Override
    <R> R run(Command<R> command) {
        return guarded(() -> conversation.run(command));
    }

    @Override
    <R> R guarded(Supplier<R> work) {
        return turn.run(work);
    }

    /** Ends the connection at once, from any thread. What is under way throws {@link dev.tegami.net.Aborted}. */
    public void abort() {
        conversation.wire().abort();
    }

    /**
     * Logs out and closes the connection, within the deadline {@code close} for each. Trouble in doing so is not thrown:
     * it would hide the first failure.
     */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            guarded(conversation::logout);
        } catch (NetException | IllegalStateException e) {
            System.getLogger("dev.tegami.imap").log(System.Logger.Level.DEBUG, "LOGOUT failed", e);
        } finally {
            conversation.wire().close();
        }
    }
}
