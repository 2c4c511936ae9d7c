package dev.tegami.imap.internal.response;

import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/** ACL (RFC 4314 §3.6): identifiers and their rights, in the server's order. */
public record AclData(String folder, Map<String, Rights> rights) implements Response {
    static AclData parse(Tokens in) throws BadSyntax {
        in.blanks();
        String folder = in.folder();
        Map<String, Rights> rights = new LinkedHashMap<>();
        in.blanks();
        while (!in.atEnd()) {
            String identifier = in.astring();
            in.blanks();
            rights.put(identifier, MyRightsData.rights(in));
            in.blanks();
        }
        return new AclData(folder, rights);
    }
}
