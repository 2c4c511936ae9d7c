package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** LOGIN (RFC 9051 §6.2.3). */
public record Login(String user, String password) implements Simple {
    @Override
    public String name() {
        return "LOGIN";
    }

    @Override
    public void write(Script script) {
        script.raw("LOGIN ").string(user).raw(" ").secret(password);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
