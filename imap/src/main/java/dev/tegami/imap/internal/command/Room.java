package dev.tegami.imap.internal.command;

import dev.tegami.imap.MessageSet;

/** Counts what a command gathers: a server that never ends its answer meets a limit, not the end of our memory. */
final class Room {
    static final int FOLDERS = 1_000_000;
    static final int ORDERED = 20_000_000; // messages of a folder in an order
    static final long MESSAGES = 1L << 32; // as many as there are UIDs
    private static final int REPEATED = 1_000; // servers may tell of a message in pieces, and once more
    static final int NUMBERS = 100_000_000; // characters of a set, some ten million messages that do not touch

    private final String limit;
    private final long most;
    private long taken;

    Room(String limit, long most) {
        this.limit = limit;
        this.most = most;
    }

    /** For what comes of so many messages. */
    static Room of(MessageSet messages) {
        boolean isOpen = messages.contains(MessageSet.LAST) || messages.size() == 0; // what a search saved has no size
        return new Room("messages", isOpen ? MESSAGES : 2 * messages.size() + REPEATED);
    }

    void take(long more) {
        taken += more;
        if (taken > most) {
            throw new Flood(limit, most);
        }
    }
}
