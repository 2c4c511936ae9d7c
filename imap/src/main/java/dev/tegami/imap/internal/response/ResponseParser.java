package dev.tegami.imap.internal.response;

import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a frame to a value. Total: what cannot be read is {@link Malformed}. */
public final class ResponseParser {
    private static final int SHOWN = 200;

    private ResponseParser() {}

    public static Response parse(Tokens in) {
        try {
            return read(in);
        } catch (BadSyntax | IllegalArgumentException e) {
            in.back(0);
            String text = in.rest();
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
            return new Malformed(shown, String.valueOf(e.getMessage()));
        }
    }

    private static Response read(Tokens in) throws BadSyntax {
        if (in.next('+')) {
            in.next(' ');
            return new Continuation(in.rest());
        }
        if (!in.next('*')) {
            return tagged(in);
        }
        in.expect(' ');
        int c = in.peek();
        if (c >= '0' && c <= '9') {
            return numbered(in);
        }
        String name = in.atom().toUpperCase(Locale.ROOT);
        in.next(' ');
        return switch (name) {
            case "OK", "NO", "BAD", "BYE", "PREAUTH" ->
                new Condition(name, code(in), in.rest().strip());
            case "CAPABILITY" -> new Capability(names(in.rest()));
            case "LIST", "LSUB", "XLIST" -> Listed.parse(in);
            case "STATUS" -> StatusData.parse(in);
            case "SEARCH", "SORT" -> Numbers.parse(name, in);
            case "ESEARCH" -> Esearch.parse(in);
            case "FLAGS" -> new Flags(Flags.list(in));
            case "VANISHED" -> VanishedData.parse(in);
            case "NAMESPACE" -> NamespaceData.parse(in);
            case "QUOTA" -> QuotaData.parse(in);
            case "ACL" -> AclData.parse(in);
            case "MYRIGHTS" -> MyRightsData.parse(in);
            case "LISTRIGHTS" -> ListRightsData.parse(in);
            case "METADATA" -> MetadataData.parse(in);
            case "LANGUAGE" -> LanguageData.parse(in);
            case "JMAPACCESS" -> JmapAccess.parse(in);
            case "UIDBATCHES" -> UidBatchesData.parse(in);
            case "THREAD" -> ThreadData.parse(in);
            case "ENABLED", "ID", "QUOTAROOT" -> new Words(name, in.rest());
            default -> new Unknown(name + " " + in.rest());
        };
    }

    private static Response numbered(Tokens in) throws BadSyntax {
        long number = in.number();
        in.expect(' ');
        String name = in.atom().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "EXISTS", "RECENT", "EXPUNGE" -> new Count(number, name);
            case "FETCH" -> {
                in.blanks();
                yield FetchParser.parse(number, in);
            }
            case "UIDFETCH" -> {
                in.blanks();
                Fetched fetched = FetchParser.parse(0, in);
                fetched.uid = number;
                yield fetched;
            }
            default -> new Unknown(number + " " + name + in.rest());
        };
    }

    private static Response tagged(Tokens in) throws BadSyntax {
        String tag = in.atom();
        in.expect(' ');
        String verdict = in.atom().toUpperCase(Locale.ROOT);
        in.next(' ');
        return switch (verdict) {
            case "OK" -> new Tagged(tag, Tagged.Verdict.OK, code(in), in.rest().strip());
            case "NO" -> new Tagged(tag, Tagged.Verdict.NO, code(in), in.rest().strip());
            case "BAD" ->
                new Tagged(tag, Tagged.Verdict.BAD, code(in), in.rest().strip());
            default -> throw in.bad("neither OK, NO nor BAD");
        };
    }

    private static ResponseCode code(Tokens in) throws BadSyntax {
        int from = in.at();
        if (!in.next('[')) {
            return ResponseCode.NONE;
        }
        try {
            String inside = in.until(']');
            int blank = inside.indexOf(' ');
            return blank < 0
                    ? new ResponseCode(inside, "")
                    : new ResponseCode(inside.substring(0, blank), inside.substring(blank + 1));
        } catch (BadSyntax e) {
            in.back(from); // a bracket that does not close is just text
            return ResponseCode.NONE;
        }
    }

    public static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split(" ", -1)) {
            if (!name.isEmpty()) {
                names.add(name.toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
