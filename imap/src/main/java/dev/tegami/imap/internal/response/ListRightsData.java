package dev.tegami.imap.internal.response;

import dev.tegami.imap.Grantable;
import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** LISTRIGHTS (RFC 4314 §3.7). */
public record ListRightsData(String folder, Grantable grantable) implements Response {
    static ListRightsData parse(Tokens in) throws BadSyntax {
        in.blanks();
        String folder = in.folder();
        in.blanks();
        String identifier = in.astring();
        in.blanks();
        Rights always = MyRightsData.rights(in);
        List<Rights> groups = new ArrayList<>();
        in.blanks();
        while (!in.atEnd()) {
            groups.add(MyRightsData.rights(in));
            in.blanks();
        }
        return new ListRightsData(folder, new Grantable(identifier, always, groups));
    }
}
