package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.Locale;

/** FETCH: items and their values. A broken item costs that item. */
final class FetchParser {
    private FetchParser() {}

    static Fetched parse(long number, Tokens in) throws BadSyntax {
        Fetched fetched = new Fetched(number);
        in.expect('(');
        while (!in.next(')')) {
            item(in, fetched);
            in.blanks();
        }
        return fetched;
    }

    private static void item(Tokens in, Fetched to) throws BadSyntax {
        String name = in.atom().toUpperCase(Locale.ROOT);
        if (in.peek() == '[') {
            section(in, to);
            return;
        }
        in.blanks();
        switch (name) {
            case "UID" -> to.uid = in.number();
            case "FLAGS" -> {
                to.flags = Flags.list(in);
                to.hasFlags = true;
            }
            case "RFC822.SIZE" -> to.size = in.number();
            case "INTERNALDATE" -> to.internalDate = in.nstring();
            case "MODSEQ" -> {
                in.expect('(');
                to.modSeq = in.number();
                in.expect(')');
            }
            case "ENVELOPE" -> guarded(in, to, () -> to.envelope = Envelope.parse(in));
            case "BODYSTRUCTURE", "BODY" -> guarded(in, to, () -> to.structure = StructureParser.parse(in));
            default -> in.skip();
        }
    }

    private static void section(Tokens in, Fetched to) throws BadSyntax {
        in.expect('[');
        String spec = in.until(']');
        if (in.next('<')) {
            in.until('>');
        }
        in.blanks();
        byte[] octets = in.nbytes();
        String plain = spec.replace("\"", "").toUpperCase(Locale.ROOT);
        to.sections.add(new Fetched.Stretch(plain, octets));
    }

    private interface Reading {
        void run() throws BadSyntax;
    }

    /** Reads a value that servers get wrong; if it is, goes on behind it. */
    private static void guarded(Tokens in, Fetched to, Reading reading) throws BadSyntax {
        int from = in.at();
        try {
            reading.run();
        } catch (BadSyntax e) {
            to.damage = String.valueOf(e.getMessage());
            in.back(from);
            in.skip();
        }
    }
}
