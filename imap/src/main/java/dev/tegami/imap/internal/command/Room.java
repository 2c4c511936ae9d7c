package dev.tegami.imap.internal.command;

/** Counts what a command gathers: a server that never ends its answer meets a limit, not the end of our memory. */
final class Room {
    static final int FOLDERS = 1_000_000;
    static final int NUMBERS = 100_000_000; // characters of a set, some ten million messages that do not touch

    private final String limit;
    private final long most;
    private long taken;

    Room(String limit, long most) {
        this.limit = limit;
        this.most = most;
    }

    void take(long more) {
        taken += more;
        if (taken > most) {
            throw new Flood(limit, most);
        }
    }
}
