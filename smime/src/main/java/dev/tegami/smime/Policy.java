package dev.tegami.smime;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a signature must be to be trusted. Immutable. Good enough are SHA-256 and better, RSA from 2,048 bits and curves
 * from 224 bits; what else is accepted, and until when, has names.
 *
 * <pre>{@code
 * Opened letter = Smime.open(message, keys, trust, Policy.standard().time(Policy.Time.SIGNED));
 * }</pre>
 *
 * @param clock tells what time it is now
 * @param time for which time certificates are judged
 * @param revocation what it means that nothing is known of a revocation
 * @param accepted what else is good enough for messages that are judged for a time before
 * @param labels the security policies (object identifiers) whose labels the reader keeps to (RFC 2634)
 * @param kinds the kinds of keys by which everything must be signed
 * @param bounds how much of what a message may hold
 */
public record Policy(
        Clock clock,
        Time time,
        Revocation revocation,
        Map<Legacy, Instant> accepted,
        Set<String> labels,
        Set<SignatureKind> kinds,
        Bounds bounds) {
    private static final Policy STANDARD = new Policy(
            Clock.systemUTC(), Time.NOW, Revocation.REQUIRED, Map.of(), Set.of(), Set.of(), Bounds.standard());

    /**
     * Takes copies of the collections.
     *
     * @param clock tells what time it is now
     * @param time for which time certificates are judged
     * @param revocation what it means that nothing is known of a revocation
     * @param accepted what else is good enough for messages that are judged for a time before
     * @param labels the security policies (object identifiers) whose labels the reader keeps to (RFC 2634)
     * @param kinds the kinds of keys by which everything must be signed
     * @param bounds how much of what a message may hold
     */
    public Policy {
        accepted = Map.copyOf(accepted);
        labels = Set.copyOf(labels);
        kinds = Set.copyOf(kinds);
    }

    /** For which time certificates are judged. */
    public enum Time {
        /** For now: an expired certificate is not trusted. */
        NOW,
        /** For the time the signer claims, which a thief of the key can choose. */
        SIGNED,
        /** For the time of a timestamp of the signature, if its authority is trusted: {@link Trust#stamping}; else for now. */
        STAMPED
    }

    /** What it means that nothing is known of a revocation. */
    public enum Revocation {
        /** It is not trusted: the default. */
        REQUIRED,
        /** It can be trusted all the same, as most readers of mail do. */
        WHEN_KNOWN
    }

    /**
     * Gives the policy for mail that arrives today.
     *
     * @return certificates judged for now, revocation required, nothing of old, standard bounds
     */
    public static Policy standard() {
        return STANDARD;
    }

    /**
     * Changes the clock.
     *
     * @param changed the new clock
     * @return a new policy
     */
    public Policy clock(Clock changed) {
        return new Policy(changed, time, revocation, accepted, labels, kinds, bounds);
    }

    /**
     * Changes for which time certificates are judged.
     *
     * @param changed the time
     * @return a new policy
     */
    public Policy time(Time changed) {
        return new Policy(clock, changed, revocation, accepted, labels, kinds, bounds);
    }

    /**
     * Changes what it means that nothing is known of a revocation.
     *
     * @param changed the meaning
     * @return a new policy
     */
    public Policy revocation(Revocation changed) {
        return new Policy(clock, time, changed, accepted, labels, kinds, bounds);
    }

    /**
     * Accepts what was good enough once, for old mail, whatever it is judged for.
     *
     * @param what what to accept
     * @return a new policy
     */
    public Policy accepting(Legacy... what) {
        return acceptingUntil(Instant.MAX, what);
    }

    /**
     * Accepts what was good enough until a day. What counts is the time for which certificates are judged: now by the
     * {@linkplain #clock(Clock) clock}, which can stand at the day on which a message was received, or, by
     * {@link Time#SIGNED}, the time that the signer claims, which a forger chooses as well.
     *
     * <pre>{@code
     * Policy then = Policy.standard()
     *         .clock(Clock.fixed(received, ZoneOffset.UTC))
     *         .acceptingUntil(Instant.parse("2017-01-01T00:00:00Z"), Legacy.SHA1);
     * }</pre>
     *
     * @param day from when on it counts as weak
     * @param what what to accept until then
     * @return a new policy
     */
    public Policy acceptingUntil(Instant day, Legacy... what) {
        Map<Legacy, Instant> changed = new EnumMap<>(Legacy.class);
        changed.putAll(accepted);
        for (Legacy each : what) {
            changed.put(each, day);
        }
        return new Policy(clock, time, revocation, changed, labels, kinds, bounds);
    }

    /** Whether something was good enough at a time. */
    boolean accepts(Legacy what, Instant at) {
        Instant day = accepted.get(what);
        return day != null && at.isBefore(day);
    }

    /**
     * Says by whose rules security labels are kept. A message with any other label is not trusted (RFC 2634 section 3.3).
     *
     * @param changed the object identifiers of the security policies
     * @return a new policy
     */
    public Policy labels(Set<String> changed) {
        return new Policy(clock, time, revocation, accepted, changed, kinds, bounds);
    }

    /**
     * Demands that every signed layer has a signer with a key of each of these kinds. Whoever can forge one kind of
     * signature can also take a signer of another kind away, and nothing that is left tells: of authors who sign by both,
     * this asks for both.
     *
     * <pre>{@code
     * Policy both = Policy.standard().requiring(SignatureKind.CLASSIC, SignatureKind.POST_QUANTUM);
     * }</pre>
     *
     * @param changed the kinds; none, if nothing is said
     * @return a new policy
     */
    public Policy requiring(SignatureKind... changed) {
        return new Policy(clock, time, revocation, accepted, labels, Set.of(changed), bounds);
    }

    /**
     * Changes the bounds.
     *
     * @param changed the bounds
     * @return a new policy
     */
    public Policy bounds(Bounds changed) {
        return new Policy(clock, time, revocation, accepted, labels, kinds, changed);
    }
}
