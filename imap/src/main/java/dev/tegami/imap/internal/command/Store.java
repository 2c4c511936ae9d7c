package dev.tegami.imap.internal.command;

import dev.tegami.imap.Flag;
import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.Script;
import java.util.Collection;

/** STORE (RFC 9051 §6.4.6). The flags the server answers go to the session as events. */
public record Store(MessageSet messages, String item, Collection<Flag> flags) implements Simple {
    @Override
    public String name() {
        return messages instanceof UidSet ? "UID STORE" : "STORE";
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages + " " + item + " ");
        list(script, flags);
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
