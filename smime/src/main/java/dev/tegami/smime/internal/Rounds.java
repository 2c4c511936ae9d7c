package dev.tegami.smime.internal;

import java.math.BigInteger;

/** How much hashing one envelope may demand, all its recipients and all passwords together: it says so itself. */
public final class Rounds {
    /** Some seconds; what programs write today is below a million. */
    public static final int MOST = 10_000_000;

    private long left = MOST;

    /** Whether so many more may be done, which are then spent. */
    boolean spend(BigInteger count) {
        if (count.signum() <= 0 || count.bitLength() > 31 || count.intValueExact() > left) {
            return false;
        }
        left -= count.intValueExact();
        return true;
    }
}
