package dev.tegami.imap.internal.response;

import dev.tegami.imap.Quota;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** QUOTA (RFC 9208 §5.1). */
public record QuotaData(Quota quota) implements Response {
    static QuotaData parse(Tokens in) throws BadSyntax {
        in.blanks();
        String root = in.astring();
        in.blanks();
        List<Quota.Resource> resources = new ArrayList<>();
        in.expect('(');
        while (!in.next(')')) {
            String name = in.atom().toUpperCase(Locale.ROOT);
            in.blanks();
            long usage = in.number();
            in.blanks();
            resources.add(new Quota.Resource(name, usage, in.number()));
            in.blanks();
        }
        return new QuotaData(new Quota(root, resources));
    }
}
