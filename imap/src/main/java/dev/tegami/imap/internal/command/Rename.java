package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** RENAME (RFC 9051 §6.3.6). */
public record Rename(String from, String to) implements Simple {
    @Override
    public String name() {
        return "RENAME";
    }

    @Override
    public void write(Script script) {
        script.raw("RENAME ").folder(from).raw(" ").folder(to);
    }
}
