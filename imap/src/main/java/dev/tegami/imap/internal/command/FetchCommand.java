package dev.tegami.imap.internal.command;

import dev.tegami.imap.MessageSet;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.function.Consumer;

/** FETCH and UID FETCH (RFC 9051 §6.4.5). */
public final class FetchCommand implements Command<Tagged> {
    private final MessageSet messages;
    private final String items;
    private final boolean flagsOnly;
    private final String modifier;
    private final Consumer<? super Summary> sink;
    private final Room room;

    /** Flags may come alone where nothing but flags was asked for; else such a response is news, not an answer. */
    public FetchCommand(MessageSet messages, String items, boolean flagsOnly, Consumer<? super Summary> sink) {
        this(messages, items, flagsOnly, "", sink);
    }

    private FetchCommand(
            MessageSet messages, String items, boolean flagsOnly, String modifier, Consumer<? super Summary> sink) {
        this.messages = messages;
        this.items = items;
        this.flagsOnly = flagsOnly;
        this.modifier = modifier;
        this.sink = sink;
        this.room = Room.of(messages);
    }

    /** The same with a modifier in parentheses, such as PARTIAL (RFC 9394 §3.3). */
    public FetchCommand with(String added) {
        return new FetchCommand(messages, items, flagsOnly, " " + added, sink);
    }

    @Override
    public String name() {
        return messages instanceof UidSet ? "UID FETCH" : "FETCH";
    }

    @Override
    public void write(Script script) {
        script.raw(name()).raw(" " + messages + " (" + items + ")" + modifier);
    }

    @Override
    public boolean take(Response response) {
        if (!(response instanceof Fetched fetched) || (fetched.isFlagsOnly() && !flagsOnly)) {
            return false;
        }
        if (messages instanceof UidSet && !fetched.hasUid()) {
            return false;
        }
        room.take(1);
        sink.accept(fetched);
        return true;
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
