package dev.tegami.net;

import java.time.Duration;

/**
 * How long each wait may last. All are finite; a wait that runs out closes the connection and throws {@link TimedOut}.
 * A deadline covers the whole step, writing and reading, however slowly the octets drip. The defaults for mail
 * transfer are those of RFC 5321 §4.5.3.2.
 *
 * <pre>{@code
 * Deadlines patient = Deadlines.defaults().connect(Duration.ofSeconds(5)).command(Duration.ofMinutes(1));
 * }</pre>
 *
 * @param connect finding the address and connecting, over all addresses and the proxy together
 * @param tls one TLS handshake
 * @param greeting the first line of the server
 * @param command one command, from its first octet to the last octet of its answer
 * @param dataStart the answer to DATA, BDAT or the start of an APPEND
 * @param progress while a body moves: each such span must move at least 1,024 octets or end the body
 * @param dataEnd the answer after the last octet of a message, when the server stores it
 * @param close the farewell of {@code close()}, after which the connection is cut
 */
public record Deadlines(
        Duration connect,
        Duration tls,
        Duration greeting,
        Duration command,
        Duration dataStart,
        Duration progress,
        Duration dataEnd,
        Duration close) {
    /** The longest deadline accepted: one day. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final Deadlines DEFAULTS = new Deadlines(
            Duration.ofSeconds(30), // longer than a SYN retried four times, shorter than a user's patience
            Duration.ofSeconds(30), // a handshake is two round trips and one signature
            Duration.ofMinutes(5), // RFC 5321 §4.5.3.2.1
            Duration.ofMinutes(5), // RFC 5321 §4.5.3.2.2 and .3
            Duration.ofMinutes(2), // RFC 5321 §4.5.3.2.4
            Duration.ofMinutes(3), // RFC 5321 §4.5.3.2.5
            Duration.ofMinutes(10), // RFC 5321 §4.5.3.2.6
            Duration.ofSeconds(5)); // the work is done by then; only politeness waits

    /**
     * Checks the values.
     *
     * @param connect finding the address and connecting, over all addresses and the proxy together
     * @param tls one TLS handshake
     * @param greeting the first line of the server
     * @param command one command, from its first octet to the last octet of its answer
     * @param dataStart the answer to DATA, BDAT or the start of an APPEND
     * @param progress while a body moves: each such span must move at least 1,024 octets or end the body
     * @param dataEnd the answer after the last octet of a message, when the server stores it
     * @param close the farewell of {@code close()}, after which the connection is cut
     * @throws IllegalArgumentException for a span that is not positive or longer than {@link #LONGEST}
     */
    public Deadlines {
        check("connect", connect);
        check("tls", tls);
        check("greeting", greeting);
        check("command", command);
        check("dataStart", dataStart);
        check("progress", progress);
        check("dataEnd", dataEnd);
        check("close", close);
    }

    static void check(String name, Duration span) {
        if (span.isZero() || span.isNegative() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "deadline " + name + " must be more than zero and at most " + LONGEST + ", not " + span);
        }
    }

    /**
     * Gives the defaults.
     *
     * @return connect and TLS 30 s, close 5 s, the others as in RFC 5321
     */
    public static Deadlines defaults() {
        return DEFAULTS;
    }

    /**
     * Gives the same span to every wait.
     *
     * @param span the span
     * @return the deadlines
     */
    public static Deadlines all(Duration span) {
        return new Deadlines(span, span, span, span, span, span, span, span);
    }

    /**
     * Changes the time to connect.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines connect(Duration span) {
        return new Deadlines(span, tls, greeting, command, dataStart, progress, dataEnd, close);
    }

    /**
     * Changes the time of a TLS handshake.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines tls(Duration span) {
        return new Deadlines(connect, span, greeting, command, dataStart, progress, dataEnd, close);
    }

    /**
     * Changes the wait for the greeting.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines greeting(Duration span) {
        return new Deadlines(connect, tls, span, command, dataStart, progress, dataEnd, close);
    }

    /**
     * Changes the time of one command.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines command(Duration span) {
        return new Deadlines(connect, tls, greeting, span, dataStart, progress, dataEnd, close);
    }

    /**
     * Changes the wait for leave to send a body.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines dataStart(Duration span) {
        return new Deadlines(connect, tls, greeting, command, span, progress, dataEnd, close);
    }

    /**
     * Changes the span in which a body must make progress.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines progress(Duration span) {
        return new Deadlines(connect, tls, greeting, command, dataStart, span, dataEnd, close);
    }

    /**
     * Changes the wait for the answer after a body.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines dataEnd(Duration span) {
        return new Deadlines(connect, tls, greeting, command, dataStart, progress, span, close);
    }

    /**
     * Changes the time of the farewell.
     *
     * @param span the new span
     * @return the changed copy
     */
    public Deadlines close(Duration span) {
        return new Deadlines(connect, tls, greeting, command, dataStart, progress, dataEnd, span);
    }
}
