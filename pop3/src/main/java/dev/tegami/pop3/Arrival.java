package dev.tegami.pop3;

import java.util.Optional;

/**
 * How one of several messages fared: it came, or the server refused it.
 *
 * @param entry the message
 * @param value what came, or empty
 * @param refusal why it did not, or empty
 * @param <T> what comes
 */
public record Arrival<T>(Entry entry, Optional<T> value, Optional<Pop3Refused> refusal) {
    /**
     * Gives what came.
     *
     * @return the value
     * @throws Pop3Refused if the server refused it
     */
    public T get() {
        return value.orElseThrow(refusal::orElseThrow);
    }
}
