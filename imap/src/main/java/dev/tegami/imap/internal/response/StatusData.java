package dev.tegami.imap.internal.response;

import dev.tegami.imap.Status;
import dev.tegami.imap.internal.quirk.CyrusMailboxIds;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** STATUS. */
public record StatusData(Status status) implements Response {
    static StatusData parse(Tokens in) throws BadSyntax {
        String name = in.folder();
        Map<String, Long> values = new HashMap<>();
        Optional<String> id = Optional.empty();
        in.blanks();
        in.expect('(');
        while (!in.next(')')) {
            String item = in.atom().toUpperCase(Locale.ROOT);
            in.blanks();
            int c = in.peek();
            if (c >= '0' && c <= '9') {
                values.put(item, in.number());
            } else if (item.equals("MAILBOXID") && in.next('(')) {
                id = Optional.of(in.astring()).filter(CyrusMailboxIds::isId);
                in.expect(')');
            } else {
                in.skip(); // NIL, as an APPENDLIMIT without a limit
            }
            in.blanks();
        }
        return new StatusData(new Status(name, values, id));
    }
}
