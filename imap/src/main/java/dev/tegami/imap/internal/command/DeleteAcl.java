package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** DELETEACL (RFC 4314 §3.2). */
public record DeleteAcl(String folder, String identifier) implements Simple {
    @Override
    public String name() {
        return "DELETEACL";
    }

    @Override
    public void write(Script script) {
        script.raw("DELETEACL ").folder(folder).raw(" ").string(identifier);
    }
}
