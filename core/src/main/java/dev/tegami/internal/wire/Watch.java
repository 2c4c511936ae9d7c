package dev.tegami.internal.wire;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of one connection. Armed around each blocking call; when it runs out, what is under the call is
 * closed, which ends the call.
 */
final class Watch {
    /** Moments are compared as distances from here, since nanoTime may wrap. */
    static final long EPOCH = System.nanoTime();

    private static final long IDLE = Long.MIN_VALUE;
    private static final long FIRED = Long.MIN_VALUE + 1;

    /** The armed deadline as distance from EPOCH, or IDLE, or FIRED. */
    private final AtomicLong state = new AtomicLong(IDLE);
    /** When the timer will look at us next, or MAX_VALUE. */
    private final AtomicLong looksAt = new AtomicLong(Long.MAX_VALUE);

    private volatile @Nullable Cuttable target;

    /** A watch that was never armed. */
    static Watch none() {
        return new Watch();
    }

    /** Says what to close. */
    void target(@Nullable Cuttable cuttable) {
        target = cuttable;
    }

    static long now() {
        return System.nanoTime() - EPOCH;
    }

    /** Arms the deadline; false if it is over already. */
    boolean arm(long until) {
        if (state.get() == FIRED || until <= now()) {
            state.set(FIRED);
            return false;
        }
        state.set(until);
        if (until < looksAt.get()) {
            looksAt.set(until);
            DeadlineTimer.shared().look(this, EPOCH + until);
        }
        return true;
    }

    /** Ends the armed time; false if the deadline ran out meanwhile. */
    boolean disarm() {
        return state.getAndUpdate(armed -> armed == FIRED ? FIRED : IDLE) != FIRED;
    }

    boolean hasFired() {
        return state.get() == FIRED;
    }

    /** Called by the timer. */
    void look() {
        looksAt.set(Long.MAX_VALUE);
        long armed = state.get();
        if (armed == IDLE || armed == FIRED) {
            return;
        }
        if (armed > now()) {
            lookAgain(armed);
        } else if (state.compareAndSet(armed, FIRED)) {
            cut();
        } else {
            look();
        }
    }

    /** Closes what is under the call. */
    void cut() {
        Cuttable current = target;
        if (current != null) {
            current.cut();
        }
    }

    private void lookAgain(long armed) {
        looksAt.set(armed);
        DeadlineTimer.shared().look(this, EPOCH + armed);
    }
}
