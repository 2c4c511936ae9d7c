package dev.tegami.smtp;

/**
 * How a session is held.
 *
 * @param dialect what is spoken
 * @param clientName how the client introduces itself
 * @param transfer how messages get over where there is a choice
 */
record Manner(Dialect dialect, String clientName, Transfer transfer) {
    /** Says nothing about the machine; submission servers ask for nothing better. */
    static final String NAMELESS = "[127.0.0.1]";

    static Manner of(Dialect dialect) {
        return new Manner(dialect, NAMELESS, Transfer.LINES);
    }

    Manner introducedAs(String name) {
        return new Manner(dialect, dialect.hello(name).name(), transfer);
    }

    Manner inChunks() {
        return new Manner(dialect, clientName, Transfer.CHUNKS);
    }
}
