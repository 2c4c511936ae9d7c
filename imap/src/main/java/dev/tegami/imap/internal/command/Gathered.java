package dev.tegami.imap.internal.command;

import java.util.function.Supplier;

/** Counts the octets that a command, or several that make one list, gather in memory. */
final class Gathered {
    private final int most;
    private boolean isOneList;
    private long octets;

    Gathered(int most) {
        this.most = most;
    }

    /** Another command begins. */
    void begin() {
        octets = isOneList ? octets : 0;
    }

    /** Everything that is claimed in the course of this is kept, and counts together. */
    <R> R list(Supplier<R> work) {
        if (isOneList) {
            return work.get();
        }
        octets = 0;
        isOneList = true;
        try {
            return work.get();
        } finally {
            isOneList = false;
        }
    }

    /** A command claimed a response. */
    void take(Command<?> command, long size) {
        if (!isOneList && !command.gathers()) {
            return;
        }
        octets += size;
        if (octets > most) {
            throw new Flood("WireLimits.gathered", most);
        }
    }
}
