package dev.tegami.imap.internal.response;

import dev.tegami.imap.MessageThread;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** THREAD (RFC 5256). */
public record ThreadData(List<MessageThread> threads) implements Response {
    static ThreadData parse(Tokens in) throws BadSyntax {
        List<MessageThread> threads = new ArrayList<>();
        in.blanks();
        while (!in.atEnd()) {
            threads.add(thread(in, 1));
            in.blanks();
        }
        return new ThreadData(threads);
    }

    private static MessageThread thread(Tokens in, int depth) throws BadSyntax {
        if (depth > in.nesting()) {
            throw in.bad("threads nested deeper than " + in.nesting());
        }
        in.expect('(');
        List<Long> messages = new ArrayList<>();
        List<MessageThread> branches = new ArrayList<>();
        while (!in.next(')')) {
            if (in.peek() == '(') {
                branches.add(thread(in, depth + 1));
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
