package dev.tegami.pop3;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * What a collector leaves on the server and what it does not download. Only messages that are stored durably are ever
 * deleted. An immutable value.
 *
 * <pre>{@code
 * Policy policy = Policy.leaveFor(Duration.ofDays(14)).largest(25_000_000);
 * }</pre>
 */
public final class Policy {
    private final Predicate<Candidate> keep;
    private final long largest;

    private Policy(Predicate<Candidate> keep, long largest) {
        this.keep = keep;
        this.largest = largest;
    }

    private static Policy keeping(Predicate<Candidate> keep) {
        return new Policy(keep, Long.MAX_VALUE);
    }

    /**
     * Deletes messages once they are stored.
     *
     * @return the policy
     */
    public static Policy delete() {
        return keeping(candidate -> false);
    }

    /**
     * Leaves all messages on the server.
     *
     * @return the policy
     */
    public static Policy leave() {
        return keeping(candidate -> true);
    }

    /**
     * Leaves messages for some time after they were stored.
     *
     * @param time how long
     * @return the policy
     */
    public static Policy leaveFor(Duration time) {
        return keeping(candidate -> candidate.mark().since().plus(time).isAfter(candidate.now()));
    }

    /**
     * Leaves the newest messages, those with the highest numbers.
     *
     * @param count how many
     * @return the policy
     */
    public static Policy leaveNewest(int count) {
        return keeping(candidate -> candidate.newer() < count);
    }

    /**
     * Leaves messages until they were seen elsewhere too, as the caller knows: read in the store, or in the memory of
     * another device.
     *
     * @param seenElsewhere tells whether a message was seen elsewhere
     * @return the policy
     */
    public static Policy leaveUntil(Predicate<? super Mark> seenElsewhere) {
        return keeping(candidate -> !seenElsewhere.test(candidate.mark()));
    }

    /**
     * Passes over messages that the server says are larger; they are noted in {@link Collected}.
     *
     * @param octets the largest size to download
     * @return the changed copy
     */
    public Policy largest(long octets) {
        return new Policy(keep, octets);
    }

    boolean admits(Entry entry) {
        return entry.size() <= largest;
    }

    boolean keeps(Mark mark, int newer, Instant now) {
        return keep.test(new Candidate(mark, newer, now));
    }

    private record Candidate(Mark mark, int newer, Instant now) {}
}
