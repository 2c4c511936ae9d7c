package dev.tegami.imap.internal.command;

import dev.tegami.LimitExceeded;

/** A server sends more than a command can hold; other than a limit of the caller's, it ends the session. */
final class Flood extends LimitExceeded {
    private static final long serialVersionUID = 1L;

    Flood(String limit, long value) {
        super(
                limit,
                value,
                "the server sends more than is held; ask for less at once, take it as it comes, or raise the limit");
    }
}
