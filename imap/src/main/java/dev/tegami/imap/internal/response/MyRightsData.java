package dev.tegami.imap.internal.response;

import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;

/** MYRIGHTS (RFC 4314 §3.8). */
public record MyRightsData(String folder, Rights rights) implements Response {
    static MyRightsData parse(Tokens in) throws BadSyntax {
        in.blanks();
        String folder = in.folder();
        in.blanks();
        return new MyRightsData(folder, rights(in));
    }

    /** Rights, which a server may leave out where there are none. */
    static Rights rights(Tokens in) throws BadSyntax {
        return in.atEnd() ? Rights.NONE : Rights.parse(in.astring());
    }
}
