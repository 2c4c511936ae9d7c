package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;

/**
 * EHLO, or HELO for servers that do not know it (RFC 5321 §4.1.1.1).
 *
 * @param label EHLO or HELO
 * @param name a domain name, or an address literal in brackets
 */
public record Hello(String label, String name) implements Command {
    private static final int LONGEST = 255;

    /** Checks the name. */
    public Hello {
        if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("a client's name is a domain name or an address literal in brackets");
        }
    }

    @Override
    public void writeTo(Wire wire) {
        wire.text(label).text(" ").text(name);
    }
}
