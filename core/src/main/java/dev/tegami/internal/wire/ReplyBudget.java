package dev.tegami.internal.wire;

import dev.tegami.net.WireLimits;
import org.jspecify.annotations.Nullable;

/** Counts the lines and octets of one reply. */
final class ReplyBudget {
    private final WireLimits limits;
    private int lines;
    private long octets;

    ReplyBudget(WireLimits limits) {
        this.limits = limits;
    }

    void reset() {
        lines = 0;
        octets = 0;
    }

    /** Counts a line; names the limit it breaks, if any. */
    @Nullable
    String take(int length) {
        lines++;
        octets += length;
        if (lines > limits.replyLines()) {
            return "replyLines";
        }
        return octets > limits.reply() ? "reply" : null;
    }
}
