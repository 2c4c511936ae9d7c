package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** ESEARCH (RFC 4731). */
public record Esearch(String tag, Map<String, String> values) implements Response {
    static Esearch parse(Tokens in) throws BadSyntax {
        String tag = "";
        Map<String, String> values = new HashMap<>();
        in.blanks();
        if (in.next('(')) {
            in.atom();
            in.blanks();
            tag = in.astring();
            in.expect(')');
        }
        in.blanks();
        while (!in.atEnd()) {
            String name = in.atom().toUpperCase(Locale.ROOT);
            in.blanks();
            if (!name.equals("UID")) {
                int from = in.at();
                in.skip();
                values.put(name, in.text(from, in.at()));
            }
            in.blanks();
        }
        return new Esearch(tag, values);
    }
}
