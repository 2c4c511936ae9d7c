package dev.tegami.smtp;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When and how urgently a message is to go.
 *
 * @param deliverBy by when it is to be delivered, or empty for whenever that may be
 * @param release when the submission server lets it go, or empty for at once
 * @param priority -9 to 9 (MT-PRIORITY, RFC 6710), or empty for that of everybody; higher goes first
 */
public record Handling(Optional<DeliverBy> deliverBy, Optional<Release> release, OptionalInt priority) {
    private static final Handling USUAL = new Handling(Optional.empty(), Optional.empty(), OptionalInt.empty());
    private static final int HIGHEST = 9;

    /**
     * Checks the values.
     *
     * @param deliverBy by when it is to be delivered
     * @param release when the submission server lets it go
     * @param priority -9 to 9
     * @throws IllegalArgumentException for a priority out of bounds
     */
    public Handling {
        if (priority.isPresent() && Math.abs(priority.getAsInt()) > HIGHEST) {
            throw new IllegalArgumentException("a priority is -9 to 9, not " + priority.getAsInt());
        }
    }

    /**
     * Asks for nothing.
     *
     * @return at once, like everybody else
     */
    public static Handling usual() {
        return USUAL;
    }
}
