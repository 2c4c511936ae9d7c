package dev.tegami.smtp;

/**
 * What a session agreed on.
 *
 * @param dialect what is spoken
 * @param extensions what the server offers
 * @param transfer how messages get over where there is a choice
 */
record Terms(Dialect dialect, Extensions extensions, Transfer transfer) {
    boolean has(String keyword) {
        return extensions.has(keyword);
    }

    /** Whether each recipient gets its own answer to the message. */
    boolean answersEach() {
        return dialect == Dialect.LMTP;
    }
}
