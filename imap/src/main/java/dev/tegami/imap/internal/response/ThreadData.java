package dev.tegami.imap.internal.response;

import dev.tegami.LimitExceeded;
import dev.tegami.imap.MessageThread;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** THREAD (RFC 5256). */
public record ThreadData(List<MessageThread> threads) implements Response {
    /** How many messages and branches are held, each of which takes many times the octets it came as. */
    public static final int MOST = 2_000_000;

    static ThreadData parse(Tokens in) throws BadSyntax {
        List<MessageThread> threads = new ArrayList<>();
        int[] count = new int[1];
        in.blanks();
        while (!in.atEnd()) {
            threads.add(thread(in, 1, count));
            in.blanks();
        }
        return new ThreadData(threads);
    }

    private static MessageThread thread(Tokens in, int depth, int[] count) throws BadSyntax {
        if (depth > in.nesting()) {
            throw in.bad("threads nested deeper than " + in.nesting());
        }
        in.expect('(');
        List<Long> messages = new ArrayList<>();
        List<MessageThread> branches = new ArrayList<>();
        while (!in.next(')')) {
            if (++count[0] > MOST) {
                throw new LimitExceeded("threads", MOST, "ask for the threads of fewer messages at once");
            }
            if (in.peek() == '(') {
                branches.add(thread(in, depth + 1, count));
            } else if (branches.isEmpty()) {
                messages.add(in.number());
            } else {
                throw in.bad("a message behind the branches of its thread");
            }
            in.blanks();
        }
        return new MessageThread(messages, branches);
    }
}
