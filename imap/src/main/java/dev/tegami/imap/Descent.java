package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does something with all messages, and again with those below where the server stopped at its limit (RFC 9738 §3.1). */
final class Descent {
    static final String LIMIT = "MESSAGELIMIT";

    private Descent() {}

    /**
     * Does it with a range of messages.
     *
     * @param messages the range, which is not empty
     */
    static void run(Conversation conversation, UidSet messages, Consumer<UidSet> step) {
        long lowest = messages.ranges.first();
        UidSet rest = messages;
        long above = MessageSet.LAST + 1;
        while (true) {
            step.accept(rest);
            Stop stop = conversation.stop();
            if (!stop.isSet() || stop.lowest() == lowest) {
                return;
            }
            if (stop.lowest() < lowest || stop.lowest() >= above) {
                throw exceeded(conversation, "the server does not say how far it came; ask for fewer messages at once");
            }
            above = stop.lowest();
            rest = UidSet.range(lowest, above - 1);
        }
    }

    /** Searches, and joins what was found. */
    static UidSet search(Conversation conversation, Search question, Function<Search, String> ask) {
        List<UidSet> found = new ArrayList<>();
        run(conversation, UidSet.all(), part -> found.add(UidSet.parse(ask.apply(within(part, question)))));
        return found.stream().reduce(UidSet::and).orElseThrow();
    }

    /** The question about some of the messages. */
    static Search within(UidSet part, Search question) {
        return part.equals(UidSet.all()) ? question : Search.in(part).and(question);
    }

    /** The error for what can be told of so many messages neither at once nor in parts. */
    static LimitExceeded exceeded(Conversation conversation, String advice) {
        return new LimitExceeded(LIMIT, conversation.limit(LIMIT).orElse(0), advice);
    }
}
