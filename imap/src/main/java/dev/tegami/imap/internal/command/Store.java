package dev.tegami.imap.internal.command;

import dev.tegami.imap.Flag;
import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.Collection;

/** STORE (RFC 9051 §6.4.6). The flags the server answers go to the session as events. */
public record Store(MessageSet messages, String condition, String item, Collection<Flag> flags)
        implements Command<String> {
    /** Whatever happened since. */
    public static final String ALWAYS = "";

    /** Only where nothing happened after a change (RFC 7162 §3.1.3). */
    public static String unchangedSince(long modSeq) {
        return "(UNCHANGEDSINCE " + modSeq + ") ";
    }

    @Override
    public String name() {
        return messages instanceof UidSet ? "UID STORE" : "STORE";
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages + " " + condition + item + " ");
        list(script, flags);
    }

    /** The messages left as they were, because they changed in the meantime. */
    @Override
    public String result(Tagged done) {
        return done.code().is("MODIFIED") ? done.code().arguments() : "";
    }

    static void list(Script script, Collection<Flag> flags) {
        script.raw("(");
        String gap = "";
        for (Flag flag : flags) {
            script.raw(gap).raw(Flag.of(flag.name()).name());
            gap = " ";
        }
        script.raw(")");
    }
}
