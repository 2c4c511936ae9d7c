package dev.tegami.imap.internal.response;

import dev.tegami.imap.FolderListing;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.HashSet;
import java.util.Set;

/** LIST or LSUB. */
public record Listed(FolderListing folder) implements Response {
    static Listed parse(Tokens in) throws BadSyntax {
        Set<String> attributes = new HashSet<>();
        in.expect('(');
        while (!in.next(')')) {
            attributes.add(in.word());
            in.blanks();
        }
        in.blanks();
        String separator = in.nstring();
        in.blanks();
        return new Listed(new FolderListing(in.folder(), separator == null ? "" : separator, attributes));
    }
}
