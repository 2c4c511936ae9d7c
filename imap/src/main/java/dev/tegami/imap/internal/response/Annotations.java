package dev.tegami.imap.internal.response;

import dev.tegami.imap.Annotation;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The item ANNOTATION of FETCH (RFC 5257 §4.3): names, and values by their kind. */
final class Annotations {
    private Annotations() {}

    static List<Annotation> parse(Tokens in) throws BadSyntax {
        List<Annotation> found = new ArrayList<>();
        in.expect('(');
        while (!in.next(')')) {
            found.add(one(in));
            in.blanks();
        }
        return List.copyOf(found);
    }

    private static Annotation one(Tokens in) throws BadSyntax {
        String name = in.astring();
        Optional<String> own = Optional.empty();
        Optional<String> shared = Optional.empty();
        in.blanks();
        in.expect('(');
        while (!in.next(')')) {
            String kind = in.astring().toLowerCase(Locale.ROOT);
            in.blanks();
            Optional<String> value = Optional.ofNullable(in.nstring());
            if (kind.equals("value.priv")) {
                own = value;
            } else if (kind.equals("value.shared")) {
                shared = value;
            }
            in.blanks();
        }
        return new Annotation(name, own, shared);
    }
}
