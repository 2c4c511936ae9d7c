package dev.tegami.imap.internal.command;

import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.wire.Script;

/** SETACL (RFC 4314 §3.1); how is nothing, plus or minus. */
public record SetAcl(String folder, String identifier, String how, Rights rights) implements Simple {
    @Override
    public String name() {
        return "SETACL";
    }

    @Override
    public void write(Script script) {
        script.raw("SETACL ")
                .folder(folder)
                .raw(" ")
                .string(identifier)
                .raw(" ")
                .string(how + rights);
    }
}
