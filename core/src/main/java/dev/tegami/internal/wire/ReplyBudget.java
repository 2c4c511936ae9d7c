package dev.tegami.internal.wire;

import dev.tegami.net.WireLimits;

/** Counts the lines and octets of one reply. */
final class ReplyBudget {
    private final Connection connection;
    private final WireLimits limits;
    private int lines;
    private long octets;

    ReplyBudget(Connection connection, WireLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    void reset() {
        lines = 0;
        octets = 0;
    }

    /** Counts a line; a limit that it breaks ends the connection. */
    void take(int length) {
        lines++;
        octets += length;
        if (lines > limits.replyLines()) {
            throw connection.limitExceeded("replyLines", limits.replyLines());
        }
        if (octets > limits.reply()) {
            throw connection.limitExceeded("reply", limits.reply());
        }
    }
}
