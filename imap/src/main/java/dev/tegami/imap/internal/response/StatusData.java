package dev.tegami.imap.internal.response;

import dev.tegami.imap.Status;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.ModifiedUtf7;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** STATUS. */
public record StatusData(Status status) implements Response {
    static StatusData parse(Tokens in) throws BadSyntax {
        String name = in.astring();
        Map<String, Long> values = new HashMap<>();
        in.blanks();
        in.expect('(');
        while (!in.next(')')) {
            String item = in.atom().toUpperCase(Locale.ROOT);
            in.blanks();
            int c = in.peek();
            if (c >= '0' && c <= '9') {
                values.put(item, in.number());
            } else {
                in.skip();
            }
            in.blanks();
        }
        return new StatusData(new Status(ModifiedUtf7.decode(name), values));
    }
}
