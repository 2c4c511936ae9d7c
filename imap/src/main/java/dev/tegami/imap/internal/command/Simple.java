package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Tagged;

/** A command whose only result is its success. */
public interface Simple extends Command<Tagged> {
    @Override
    default Tagged result(Tagged done) {
        return done;
    }
}
