package dev.tegami.smime;

import java.time.Clock;

/**
 * What a signature must be to be trusted. Immutable.
 *
 * <pre>{@code
 * Opened letter = Smime.open(message, keys, trust, Policy.standard().time(Policy.Time.SIGNED));
 * }</pre>
 *
 * @param clock tells what time it is now
 * @param time for which time certificates are judged
 * @param revocation what it means that nothing is known of a revocation
 * @param strength which algorithms are good enough
 * @param bounds how much of what a message may hold
 */
public record Policy(Clock clock, Time time, Revocation revocation, Strength strength, Bounds bounds) {
    private static final Policy STANDARD =
            new Policy(Clock.systemUTC(), Time.NOW, Revocation.REQUIRED, Strength.CURRENT, Bounds.standard());

    /** For which time certificates are judged. */
    public enum Time {
        /** For now: an expired certificate is not trusted. */
        NOW,
        /** For the time the signer claims, which a thief of the key can choose. */
        SIGNED
    }

    /** What it means that nothing is known of a revocation. */
    public enum Revocation {
        /** It is not trusted: the default. */
        REQUIRED,
        /** It can be trusted all the same, as most readers of mail do. */
        WHEN_KNOWN
    }

    /** Which algorithms are good enough. */
    public enum Strength {
        /** SHA-256 and better, RSA from 2,048 bits, curves from 224 bits. */
        CURRENT,
        /** Also SHA-1, RSA from 1,024 bits and signatures without attributes, for old mail; Triple DES is decrypted. */
        LEGACY
    }

    /**
     * Gives the policy for mail that arrives today.
     *
     * @return certificates judged for now, revocation required, current algorithms, standard bounds
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
        return new Policy(changed, time, revocation, strength, bounds);
    }

    /**
     * Changes for which time certificates are judged.
     *
     * @param changed the time
     * @return a new policy
     */
    public Policy time(Time changed) {
        return new Policy(clock, changed, revocation, strength, bounds);
    }

    /**
     * Changes what it means that nothing is known of a revocation.
     *
     * @param changed the meaning
     * @return a new policy
     */
    public Policy revocation(Revocation changed) {
        return new Policy(clock, time, changed, strength, bounds);
    }

    /**
     * Changes which algorithms are good enough.
     *
     * @param changed the strength
     * @return a new policy
     */
    public Policy strength(Strength changed) {
        return new Policy(clock, time, revocation, changed, bounds);
    }

    /**
     * Changes the bounds.
     *
     * @param changed the bounds
     * @return a new policy
     */
    public Policy bounds(Bounds changed) {
        return new Policy(clock, time, revocation, strength, changed);
    }
}
