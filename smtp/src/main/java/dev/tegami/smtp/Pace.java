package dev.tegami.smtp;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a pool sends. Immutable.
 *
 * <pre>{@code
 * Pace pace = Pace.unhurried().perConnection(100).rate(20, Duration.ofSeconds(1));
 * }</pre>
 *
 * @param perConnection how many messages go over one connection before it is replaced; the server's own MAILMAX
 *     (RFC 9422) counts too
 * @param rate how many messages are begun in a span, or empty for as many as the connections carry
 */
public record Pace(int perConnection, Optional<Rate> rate) {
    private static final int MANY = 500; // servers that limit it without saying so mostly allow 1,000

    /**
     * So many messages in a span, evenly spaced.
     *
     * @param messages how many, at least 1
     * @param span in which time
     */
    public record Rate(int messages, Duration span) {
        /**
         * Checks the values.
         *
         * @param messages how many, at least 1
         * @param span in which time, more than zero and at most a day
         * @throws IllegalArgumentException for a value out of bounds
         */
        public Rate {
            if (messages < 1 || span.isZero() || span.isNegative() || span.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("not a rate: " + messages + " in " + span);
            }
        }

        long interval() {
            return span.toNanos() / messages;
        }
    }

    /**
     * Checks the values.
     *
     * @param perConnection how many messages go over one connection, at least 1
     * @param rate how many messages are begun in a span
     * @throws IllegalArgumentException for a number below 1
     */
    public Pace {
        if (perConnection < 1) {
            throw new IllegalArgumentException("messages per connection must be at least 1, not " + perConnection);
        }
    }

    /**
     * Sets no rate.
     *
     * @return 500 messages for each connection, as fast as they go
     */
    public static Pace unhurried() {
        return new Pace(MANY, Optional.empty());
    }

    /**
     * Changes how many messages go over one connection.
     *
     * @param messages at least 1
     * @return the changed copy
     */
    public Pace perConnection(int messages) {
        return new Pace(messages, rate);
    }

    /**
     * Sets a rate for the pool as a whole.
     *
     * @param messages how many, at least 1
     * @param span in which time
     * @return the changed copy
     */
    public Pace rate(int messages, Duration span) {
        return new Pace(perConnection, Optional.of(new Rate(messages, span)));
    }
}
