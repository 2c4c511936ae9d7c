package dev.tegami.imap.internal.response;

import dev.tegami.imap.Namespaces;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** NAMESPACE (RFC 2342). */
public record NamespaceData(Namespaces namespaces) implements Response {
    static NamespaceData parse(Tokens in) throws BadSyntax {
        return new NamespaceData(new Namespaces(places(in), places(in), places(in)));
    }

    private static List<Namespaces.Namespace> places(Tokens in) throws BadSyntax {
        in.blanks();
        List<Namespaces.Namespace> found = new ArrayList<>();
        if (in.isNil()) {
            in.skip();
            return found;
        }
        in.expect('(');
        while (!in.next(')')) {
            found.add(place(in));
            in.blanks();
        }
        return found;
    }

    private static Namespaces.Namespace place(Tokens in) throws BadSyntax {
        in.expect('(');
        String prefix = in.folder();
        in.blanks();
        String separator = in.nstring();
        in.blanks();
        while (!in.next(')')) {
            in.skip(); // extensions, such as TRANSLATION
            in.blanks();
        }
        return new Namespaces.Namespace(prefix, separator == null ? "" : separator);
    }
}
