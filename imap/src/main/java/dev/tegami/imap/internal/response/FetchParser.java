package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** FETCH: items and their values. A broken item costs that item. */
final class FetchParser {
    private FetchParser() {}

    static Fetched parse(long number, Tokens in) throws BadSyntax {
        Fetched fetched = new Fetched(number);
        in.expect('(');
        while (!in.next(')')) {
            if (in.peek() == '(') {
                stray(in, fetched);
            } else {
                item(in, fetched);
            }
            in.blanks();
        }
        return fetched;
    }

    /** More of a value than there should be, such as parts behind the end of BODYSTRUCTURE: then that is wrong too. */
    private static void stray(Tokens in, Fetched to) throws BadSyntax {
        to.damage = "a list where an item should begin";
        to.structure = null;
        in.skip();
    }

    private static void item(Tokens in, Fetched to) throws BadSyntax {
        String name = in.atom().toUpperCase(Locale.ROOT);
        if (in.peek() == '[') {
            section(name, in, to);
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
            case "PREVIEW", "SAVEDATE", "EMAILID", "THREADID" -> guarded(in, to, () -> told(name, in, to));
            case "X-GM-MSGID", "X-GM-THRID", "X-GM-LABELS" ->
                guarded(in, to, () -> {
                    to.isAnswer = true;
                    to.gmail = (to.gmail == null ? GmailData.NONE : to.gmail).with(name, in);
                });
            case "ANNOTATION" ->
                guarded(in, to, () -> {
                    to.isAnswer = true;
                    to.annotations = Annotations.parse(in);
                });
            case "ENVELOPE" -> guarded(in, to, () -> to.envelope = Envelope.parse(in));
            case "BODYSTRUCTURE", "BODY" -> guarded(in, to, () -> to.structure = StructureParser.parse(in));
            default -> in.skip();
        }
    }

    private static void section(String name, Tokens in, Fetched to) throws BadSyntax {
        in.expect('[');
        String spec = in.until(']').replace("\"", "").toUpperCase(Locale.ROOT);
        long origin = -1;
        if (in.next('<')) {
            origin = in.number();
            in.expect('>');
        }
        in.blanks();
        if (name.equals("BINARY.SIZE")) {
            in.skip();
            return;
        }
        byte[] octets = in.nbytes();
        String named = name.equals("BINARY") ? Fetched.BINARY + spec : spec;
        to.sections.add(new Stretch(named, origin, octets));
    }

    /** Items that may be NIL and are an answer all the same. */
    private static void told(String name, Tokens in, Fetched to) throws BadSyntax {
        to.isAnswer = true;
        switch (name) {
            case "PREVIEW" -> to.preview = in.nstring();
            case "SAVEDATE" -> to.saveDate = in.nstring();
            case "EMAILID" -> to.emailId = id(in);
            default -> to.threadId = id(in);
        }
    }

    private static @Nullable String id(Tokens in) throws BadSyntax {
        if (in.isNil()) {
            in.skip();
            return null;
        }
        in.expect('(');
        String id = in.astring();
        in.expect(')');
        return id;
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
