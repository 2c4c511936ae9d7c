package dev.tegami.imap.internal.response;

import dev.tegami.imap.Flag;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.LinkedHashSet;
import java.util.Set;

/** FLAGS. */
public record Flags(Set<Flag> flags) implements Response {
    /** A parenthesised list of flags. */
    static Set<Flag> list(Tokens in) throws BadSyntax {
        in.expect('(');
        if (in.next(')')) {
            return Set.of();
        }
        Set<Flag> flags = new LinkedHashSet<>();
        while (!in.next(')')) {
            flags.add(Flag.received(in.word()));
            in.blanks();
        }
        return java.util.Collections.unmodifiableSet(flags);
    }

    /** The flags of a PERMANENTFLAGS code; nonsense counts as none. */
    public static Set<Flag> parse(String text) {
        try {
            return list(Tokens.of(text));
        } catch (BadSyntax e) {
            return Set.of();
        }
    }
}
