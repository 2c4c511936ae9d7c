package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** LANGUAGE (RFC 5255 §3.3). */
public record LanguageData(List<String> tags) implements Response {
    static LanguageData parse(Tokens in) throws BadSyntax {
        List<String> tags = new ArrayList<>();
        in.blanks();
        in.expect('(');
        while (!in.next(')')) {
            tags.add(in.astring());
            in.blanks();
        }
        return new LanguageData(List.copyOf(tags));
    }
}
