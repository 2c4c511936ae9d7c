package dev.tegami.imap;

import java.util.List;
import java.util.OptionalLong;

/**
 * A stretch of a result, as {@link PageQuery} asks for it.
 *
 * @param messages what was fetched, in the order of the result
 * @param uids the messages of the stretch in the order of the result; one that went away in the meantime is here only
 * @param total how many messages the question finds in all, where that was asked for
 */
public record Page(List<Summary> messages, List<Long> uids, OptionalLong total) {
    /**
     * Takes the values.
     *
     * @param messages what was fetched
     * @param uids the messages of the stretch
     * @param total how many messages the question finds in all
     */
    public Page {
        messages = List.copyOf(messages);
        uids = List.copyOf(uids);
    }
}
