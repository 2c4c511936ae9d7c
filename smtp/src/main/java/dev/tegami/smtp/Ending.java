package dev.tegami.smtp;

import java.util.Optional;

/**
 * What came of one transaction.
 *
 * @param receipt what became of each recipient
 * @param problem the error that tells it, or empty if the server took the message for somebody
 */
record Ending(Receipt receipt, Optional<RuntimeException> problem) {
    static Ending of(Receipt receipt, RuntimeException problem) {
        return new Ending(receipt, Optional.of(problem));
    }
}
