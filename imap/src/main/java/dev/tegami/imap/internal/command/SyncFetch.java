package dev.tegami.imap.internal.command;

import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.VanishedData;
import dev.tegami.imap.internal.wire.Script;
import java.util.function.Consumer;

/** UID FETCH of flags, of all messages or of those changed since (RFC 7162 §3.1.4.1, §3.2.6). */
public final class SyncFetch implements Command<Tagged> {
    private final UidSet messages;
    private final String since;
    private final Consumer<Summary> present;
    private final Consumer<UidSet> vanished;

    private SyncFetch(UidSet messages, String since, Consumer<Summary> present, Consumer<UidSet> vanished) {
        this.messages = messages;
        this.since = since;
        this.present = present;
        this.vanished = vanished;
    }

    /** Fetches the flags of these messages. */
    public static SyncFetch of(UidSet messages, Consumer<Summary> present, Consumer<UidSet> vanished) {
        return new SyncFetch(messages, "", present, vanished);
    }

    /** The same of what changed since, with what vanished where QRESYNC is enabled. */
    public SyncFetch since(long modSeq, boolean withVanished) {
        String changed = " (CHANGEDSINCE " + modSeq + (withVanished ? " VANISHED)" : ")");
        return new SyncFetch(messages, changed, present, vanished);
    }

    @Override
    public String name() {
        return "UID FETCH";
    }

    @Override
    public void write(Script script) {
        script.raw("UID FETCH " + messages + " (UID FLAGS)" + since);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Fetched fetched && fetched.hasUid() && fetched.hasFlags()) {
            present.accept(fetched);
            return true;
        }
        if (response instanceof VanishedData gone) {
            vanished.accept(gone.uids());
            return gone.isEarlier(); // the folder counts the others
        }
        return false;
    }

    /** It hands on; whoever keeps what comes says so. */
    @Override
    public boolean gathers() {
        return false;
    }

    @Override
    public Tagged result(Tagged done) {
        return done;
    }
}
