package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;

/** One SMTP command. It writes itself, without CRLF; the wire refuses CR, LF and NUL once more. */
public interface Command {
    /** What errors and traces call it, without parameters. */
    String label();

    /** Writes the command. */
    void writeTo(Wire wire);
}
