package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Framer;
import dev.tegami.imap.internal.wire.Script;
import org.jspecify.annotations.Nullable;

/** One command: it writes itself, gathers its own untagged responses, and makes the result. */
public interface Command<R> {
    /** The name, for errors. */
    String name();

    /** Appends the command, without its tag. */
    void write(Script script);

    /** Takes an untagged response if it belongs to this command. */
    default boolean take(Response response) {
        return false;
    }

    /** Whether what it takes is kept until its end, so that it counts against the limit {@code gathered}. */
    default boolean gathers() {
        return true;
    }

    /** Whether its literals are messages on their way, whose progress is told. */
    default boolean sendsMessages() {
        return false;
    }

    /** Where large literals go. */
    default Framer.@Nullable Diversion diversion() {
        return null;
    }

    /** Makes the result once the server said OK. */
    R result(Tagged done);
}
