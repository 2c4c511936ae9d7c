package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** CANCELUPDATE (RFC 5267 §4.3.5). */
public record CancelUpdate(String search) implements Simple {
    @Override
    public String name() {
        return "CANCELUPDATE";
    }

    @Override
    public void write(Script script) {
        script.raw("CANCELUPDATE ").string(search);
    }
}
