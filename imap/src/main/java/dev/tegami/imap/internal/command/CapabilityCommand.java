package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** CAPABILITY (RFC 9051 §6.1.1). The conversation itself keeps what the server answers. */
public record CapabilityCommand() implements Simple {
    @Override
    public String name() {
        return "CAPABILITY";
    }

    @Override
    public void write(Script script) {
        script.raw(name());
    }
}
