package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;

/** The commands without parameters (RFC 5321 §4.1.1, RFC 3207). */
public enum Verb implements Command {
    /** The message follows. */
    DATA,
    /** Forget the transaction. */
    RSET,
    /** Do nothing. */
    NOOP,
    /** Begin TLS. */
    STARTTLS,
    /** The end. */
    QUIT;

    @Override
    public String label() {
        return name();
    }

    @Override
    public void writeTo(Wire wire) {
        wire.text(name());
    }
}
