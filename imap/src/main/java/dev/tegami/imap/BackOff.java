package dev.tegami.imap;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, less a random part, so that clients spread out. */
final class BackOff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** Gives the wait after a connection that lasted so long. One that outlived the longest wait counts as a success. */
    Duration after(Duration lasted) {
        if (lasted.compareTo(longest) > 0) {
            next = first;
        }
        Duration whole = next;
        next = whole.multipliedBy(2).compareTo(longest) > 0 ? longest : whole.multipliedBy(2);
        return Duration.ofNanos(
                (long) (whole.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
