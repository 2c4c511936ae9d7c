package dev.tegami.imap.internal.command;

import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.Script;

/** UID EXPUNGE (RFC 4315). */
public record UidExpunge(UidSet messages) implements Simple {
    @Override
    public String name() {
        return "UID EXPUNGE";
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages);
    }
}
