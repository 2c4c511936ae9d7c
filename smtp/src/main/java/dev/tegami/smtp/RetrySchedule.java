package dev.tegami.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again what was not delivered (RFC 5321 §4.5.4.1). It keeps no queue and no time: it answers.
 *
 * <pre>{@code
 * Optional<Duration> wait = RetrySchedule.standard().next(attempts, sinceFirst, receipt.retry());
 * }</pre>
 *
 * @param first the waits after the first attempts, one each
 * @param then the wait after every later one
 * @param giveUp how long after the first attempt no more are made
 */
public record RetrySchedule(List<Duration> first, Duration then, Duration giveUp) {
    /** So often a server that is merely full may be tried again at once. */
    private static final int MOST_AT_ONCE = 5;

    private static final RetrySchedule STANDARD = new RetrySchedule(
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(1)),
            Duration.ofHours(3),
            Duration.ofDays(5));

    /**
     * Checks the values.
     *
     * @param first the waits after the first attempts
     * @param then the wait after every later one
     * @param giveUp how long after the first attempt no more are made
     * @throws IllegalArgumentException for a wait that is not positive
     */
    public RetrySchedule {
        first = List.copyOf(first);
        boolean positive =
                isPositive(then) && isPositive(giveUp) && first.stream().allMatch(RetrySchedule::isPositive);
        if (!positive) {
            throw new IllegalArgumentException("a wait is more than nothing");
        }
    }

    private static boolean isPositive(Duration span) {
        return !span.isZero() && !span.isNegative();
    }

    /**
     * Gives a schedule for mail between servers: again after 5 minutes (greylisting ends by then), then twice after half
     * an hour, once after an hour and every 3 hours from there, for 5 days.
     *
     * @return the schedule
     */
    public static RetrySchedule standard() {
        return STANDARD;
    }

    /**
     * Tells when to try again.
     *
     * @param attempts how many were made, at least 1
     * @param sinceFirst how long ago the first was
     * @param advice what the last one advised
     * @return how long to wait from now, or empty to give up
     * @throws IllegalArgumentException for less than one attempt
     */
    public Optional<Duration> next(int attempts, Duration sinceFirst, Retry advice) {
        if (attempts < 1) {
            throw new IllegalArgumentException("there was no attempt");
        }
        if (advice.after().isEmpty()) {
            return Optional.empty();
        }
        Duration advised = advice.after().get();
        Duration own = attempts <= first.size() ? first.get(attempts - 1) : then;
        Duration wait = advised.compareTo(own) > 0 ? advised : own;
        if (advised.isZero() && attempts <= MOST_AT_ONCE) {
            wait = Duration.ZERO;
        }
        return sinceFirst.plus(wait).compareTo(giveUp) > 0 ? Optional.empty() : Optional.of(wait);
    }
}
