package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;

/** JMAPACCESS (RFC 9698): the address of the JMAP session resource. */
public record JmapAccess(String address) implements Response {
    static JmapAccess parse(Tokens in) throws BadSyntax {
        in.blanks();
        return new JmapAccess(in.astring());
    }
}
