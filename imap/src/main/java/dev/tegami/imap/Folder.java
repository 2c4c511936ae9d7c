package dev.tegami.imap;

import dev.tegami.imap.internal.command.Bare;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.Copy;
import dev.tegami.imap.internal.command.Idle;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.command.Store;
import dev.tegami.imap.internal.command.UidExpunge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A selected folder. Used by the thread of its session, until another folder is selected; then every call throws
 * {@link FolderLeft}. The kind of {@link MessageSet} decides whether UIDs or sequence numbers are meant.
 */
public final class Folder extends EditableFolder {
    Folder(ImapSession session, String name, Select.Selected first) {
        super(session, name, first);
    }

    /**
     * Finds out what happened since the last time, all at once. See {@link #sync(FolderState, Consumer)}.
     *
     * @param before what the last sync gave, or {@link FolderState#empty}
     * @return the facts, and the state for the next time
     */
    public Sync sync(FolderState before) {
        List<Change> changes = new ArrayList<>();
        FolderState after = sync(before, changes::add);
        return new Sync(after, changes);
    }

    /**
     * Finds out what happened since the last time, and hands each fact on as it comes: by QRESYNC (RFC 7162) where the
     * server has it, else by CONDSTORE, else by comparing all flags. The facts are the same. The first call of a
     * session may select the folder again, to turn on QRESYNC; from then on {@link Event.Vanished} comes instead of
     * {@link Event.Expunged}.
     *
     * @param before what the last sync gave, or {@link FolderState#empty}; never changed
     * @param sink where the facts go; it must not call the session. If it throws, forget the facts it got: the next
     *     sync from the same state tells them again
     * @return the state for the next time
     * @throws dev.tegami.LimitExceeded for a folder with more than 33 million new messages
     */
    public FolderState sync(FolderState before, Consumer<? super Change> sink) {
        return sync(before, sink, soFar -> {});
    }

    /** The same; if it breaks off, the state after the facts that were told is handed on first. */
    FolderState sync(FolderState before, Consumer<? super Change> sink, Consumer<FolderState> soFar) {
        return session.guarded(() -> {
            check();
            boolean qresync = session.qresync(this);
            Syncing syncing = new Syncing(this, session.conversation(), soFar);
            return session.conversation().meter().measure("SYNC", -1, -1, () -> syncing.run(before, qresync, sink));
        });
    }

    /**
     * Adds flags.
     *
     * @param messages to which messages
     * @param flags the flags
     */
    @Override
    public void addFlags(MessageSet messages, Flag... flags) {
        store(messages, "+FLAGS.SILENT", flags);
    }

    /**
     * Takes flags away.
     *
     * @param messages from which messages
     * @param flags the flags
     */
    public void removeFlags(MessageSet messages, Flag... flags) {
        store(messages, "-FLAGS.SILENT", flags);
    }

    /**
     * Puts flags in the place of all others.
     *
     * @param messages on which messages
     * @param flags the flags
     */
    public void replaceFlags(MessageSet messages, Flag... flags) {
        store(messages, "FLAGS.SILENT", flags);
    }

    private void store(MessageSet messages, String item, Flag... flags) {
        pieces(messages).forEach(piece -> run(new Store(piece, Store.ALWAYS, item, List.of(flags))));
    }

    /**
     * Changes flags only where nobody else changed the message in the meantime (RFC 7162 §3.1.3).
     *
     * @param messages which messages
     * @param modSeq the last change that the caller knows of, see {@link Summary#modSeq()}
     * @param change what to do
     * @param flags the flags
     * @return the messages left as they were, because they changed after that
     * @throws UnsupportedOperationException if the server has no CONDSTORE
     */
    public UidSet storeUnchanged(UidSet messages, long modSeq, FlagChange change, Flag... flags) {
        session.need(Extension.CONDSTORE);
        return run(messages, piece -> new Store(piece, Store.unchangedSince(modSeq), change.item(), List.of(flags)));
    }

    private UidSet run(UidSet messages, Function<UidSet, Store> stores) {
        UidSet left = UidSet.parse("");
        for (UidSet piece : pieces(messages)) {
            left = left.and(UidSet.parse(modified(stores.apply(piece))));
        }
        return left;
    }

    /** Some servers say NO where nothing at all could be changed. */
    private String modified(Store store) {
        try {
            return run(store);
        } catch (ImapRefused e) {
            if (e.code().is("MODIFIED")) {
                return e.code().arguments();
            }
            throw e;
        }
    }

    /**
     * Copies messages to another folder: all or none, or where they are more than the server copies at once (RFC 9738), a
     * part after the other.
     *
     * @param messages which messages
     * @param target the name of the other folder
     * @return which message became which, as far as the server says
     * @throws IllegalArgumentException for more sequence numbers than fit into one command: the server may renumber
     *     between two. Nothing is sent then; UIDs know no such limit
     */
    public Copied copy(MessageSet messages, String target) {
        List<? extends MessageSet> pieces = pieces(messages, session.saveLimit());
        if (messages instanceof SeqSet && pieces.size() > 1) {
            throw new IllegalArgumentException("too many sequence numbers for one command; use UIDs");
        }
        return transfer("COPY", pieces, target);
    }

    /**
     * Moves messages to another folder: by MOVE (RFC 6851), or else by copying, marking and UID EXPUNGE of just those.
     *
     * @param messages which messages
     * @param target the name of the other folder
     * @return which message became which, as far as the server says
     * @throws UnsupportedOperationException if the server has neither MOVE nor UIDPLUS: an EXPUNGE would take other messages along; nothing was changed then
     */
    public Copied move(UidSet messages, String target) {
        if (session.has(Extension.MOVE)) {
            return transfer("MOVE", pieces(messages), target);
        }
        if (!hasUidExpunge()) {
            throw new UnsupportedOperationException("the server has neither MOVE nor UIDPLUS");
        }
        Copied copied = copy(messages, target);
        addFlags(messages, Flag.DELETED);
        expunge(messages);
        return copied;
    }

    private Copied transfer(String verb, List<? extends MessageSet> pieces, String target) {
        Copied copied = Copied.UNKNOWN;
        for (MessageSet piece : pieces) {
            copied = copied.and(Copied.parse(run(new Copy(verb, piece, target))));
        }
        return copied;
    }

    private boolean hasUidExpunge() {
        return session.has(Extension.UIDPLUS);
    }

    /** Removes for good all messages with {@link Flag#DELETED}, whoever marked them. */
    public void expunge() {
        run(new Bare("EXPUNGE"));
    }

    /**
     * Removes for good those of these messages that have {@link Flag#DELETED} (RFC 4315).
     *
     * @param messages which messages
     * @throws UnsupportedOperationException if the server has no UIDPLUS
     */
    @Override
    public void expunge(UidSet messages) {
        session.need(Extension.UIDPLUS);
        pieces(messages).forEach(piece -> run(new UidExpunge(piece)));
    }

    /**
     * Waits for news by IDLE (RFC 2177), at most so long; stay below 29 minutes. What comes also reaches the listener
     * of the session.
     *
     * @param longest the longest wait
     * @return the news, empty when the time ran out
     * @throws UnsupportedOperationException if the server has no IDLE
     */
    public List<Event> idle(Duration longest) {
        session.need(Extension.IDLE);
        return idle(idle(), longest);
    }

    /** An IDLE to come, which another thread can end. */
    Idle idle() {
        return new Idle(session.conversation());
    }

    List<Event> idle(Idle idle, Duration longest) {
        return session.guarded(() -> {
            check();
            return idle.run(longest);
        });
    }

    /** Leaves the folder and removes for good what is marked {@link Flag#DELETED} (RFC 9051 §6.4.1). */
    public void close() {
        run(new Bare("CLOSE"));
        session.deselect();
    }

    /**
     * Leaves the folder and removes nothing: by UNSELECT (RFC 3691), or else by reading it only and closing it then.
     */
    public void unselect() {
        session.guarded(() -> {
            check();
            Conversation conversation = session.conversation();
            if (conversation.offers("UNSELECT")) {
                return conversation.run(new Bare("UNSELECT"));
            }
            conversation.run(new Select("EXAMINE", name()));
            return conversation.run(new Bare("CLOSE"));
        });
        session.deselect();
    }
}
