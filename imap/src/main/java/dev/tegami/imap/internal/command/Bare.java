package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** NOOP, LOGOUT, CLOSE, UNSELECT, STARTTLS, EXPUNGE: a name and nothing else. */
public record Bare(String name) implements Simple {
    @Override
    public void write(Script script) {
        script.raw(name);
    }
}
