package dev.tegami.imap.internal.response;

import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;

/** VANISHED (RFC 7162 §3.2.10). */
public record VanishedData(UidSet uids, boolean isEarlier) implements Response {
    static VanishedData parse(Tokens in) throws BadSyntax {
        boolean earlier = in.next('(');
        if (earlier) {
            in.until(')');
            in.blanks();
        }
        return new VanishedData(UidSet.parse(in.word()), earlier);
    }
}
