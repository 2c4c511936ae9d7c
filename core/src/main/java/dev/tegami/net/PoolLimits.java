package dev.tegami.net;

import java.time.Duration;

/**
 * How many connections a pool opens and how long it keeps them. Immutable.
 *
 * <pre>{@code
 * PoolLimits limits = PoolLimits.of(4).idle(Duration.ofMinutes(1));
 * }</pre>
 *
 * @param connections the most connections at a time
 * @param idle how long a connection is kept unused
 * @param age how long a connection is used at all; a token or a server may not last longer
 * @param patience how long a caller waits for a connection while all are in use
 */
public record PoolLimits(int connections, Duration idle, Duration age, Duration patience) {
    /** The most connections of one pool. */
    public static final int MOST = 1_000;

    /**
     * Checks the values.
     *
     * @param connections the most connections at a time, 1 to {@link #MOST}
     * @param idle how long a connection is kept unused
     * @param age how long a connection is used at all
     * @param patience how long a caller waits for a connection
     * @throws IllegalArgumentException for a value out of bounds
     */
    public PoolLimits {
        if (connections < 1 || connections > MOST) {
            throw new IllegalArgumentException("connections must be 1 to " + MOST + ", not " + connections);
        }
        Deadlines.check("idle", idle);
        Deadlines.check("age", age);
        Deadlines.check("patience", patience);
    }

    /**
     * Sets the number of connections, and good values for the rest.
     *
     * @param connections the most connections at a time
     * @return that many, kept 4 minutes unused and 30 minutes in all, waited for up to 30 seconds
     */
    public static PoolLimits of(int connections) {
        return new PoolLimits(connections, Duration.ofMinutes(4), Duration.ofMinutes(30), Duration.ofSeconds(30));
    }

    /**
     * Changes how long a connection is kept unused.
     *
     * @param span more than zero, at most a day
     * @return the changed value
     */
    public PoolLimits idle(Duration span) {
        return new PoolLimits(connections, span, age, patience);
    }

    /**
     * Changes how long a connection is used at all.
     *
     * @param span more than zero, at most a day
     * @return the changed value
     */
    public PoolLimits age(Duration span) {
        return new PoolLimits(connections, idle, span, patience);
    }

    /**
     * Changes how long a caller waits for a connection.
     *
     * @param span more than zero, at most a day
     * @return the changed value
     */
    public PoolLimits patience(Duration span) {
        return new PoolLimits(connections, idle, age, span);
    }
}
