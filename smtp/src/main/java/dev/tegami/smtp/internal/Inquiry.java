package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;

/**
 * VRFY or EXPN (RFC 5321 §4.1.1.6 and .7).
 *
 * @param label which of them
 * @param name what is asked for
 */
public record Inquiry(String label, String name) implements Command {
    /** Checks the name. */
    public Inquiry {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nothing to ask for");
        }
    }

    @Override
    public void writeTo(Wire wire) {
        boolean international = name.chars().anyMatch(c -> c > 0x7E); // RFC 6531 §3.7.4.2; Exim takes it for the name
        wire.text(label + " " + name + (international ? " SMTPUTF8" : ""));
    }
}
