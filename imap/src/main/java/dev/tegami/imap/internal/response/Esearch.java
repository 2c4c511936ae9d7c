package dev.tegami.imap.internal.response;

import dev.tegami.imap.ResultChange;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ESEARCH (RFC 4731).
 *
 * @param tag the tag of the command that it answers, where the server says so
 * @param folder the folder that was searched, for a search in several (RFC 7377)
 * @param uidValidity the epoch of its UIDs, or 0
 * @param values what was asked for, by its name
 * @param changes how an earlier result changed (RFC 5267)
 */
public record Esearch(
        String tag, String folder, long uidValidity, Map<String, String> values, List<ResultChange> changes)
        implements Response {
    static Esearch parse(Tokens in) throws BadSyntax {
        String tag = "";
        String folder = "";
        long uidValidity = 0;
        in.blanks();
        if (in.next('(')) {
            while (!in.next(')')) {
                String name = in.atom().toUpperCase(Locale.ROOT);
                in.blanks();
                switch (name) {
                    case "TAG" -> tag = in.astring();
                    case "MAILBOX" -> folder = in.folder();
                    case "UIDVALIDITY" -> uidValidity = in.number();
                    default -> in.skip();
                }
                in.blanks();
            }
        }
        Map<String, String> values = new HashMap<>();
        List<ResultChange> changes = new ArrayList<>();
        in.blanks();
        while (!in.atEnd()) {
            item(in, values, changes);
            in.blanks();
        }
        return new Esearch(tag, folder, uidValidity, values, changes);
    }

    private static void item(Tokens in, Map<String, String> values, List<ResultChange> changes) throws BadSyntax {
        String name = in.atom().toUpperCase(Locale.ROOT);
        in.blanks();
        switch (name) {
            case "UID" -> {}
            case "ADDTO" -> changes(in, ResultChange.Kind.ADDED, changes);
            case "REMOVEFROM" -> changes(in, ResultChange.Kind.REMOVED, changes);
            default -> {
                int from = in.at();
                in.skip();
                values.put(name, in.text(from, in.at()));
            }
        }
    }

    private static void changes(Tokens in, ResultChange.Kind kind, List<ResultChange> to) throws BadSyntax {
        in.expect('(');
        while (!in.next(')')) {
            long position = in.number();
            in.blanks();
            to.add(new ResultChange(kind, position, in.word()));
            in.blanks();
        }
    }

    /** Whether it answers a search in the selected folder, rather than being news or about another folder. */
    public boolean isAnswer() {
        return changes.isEmpty() && folder.isEmpty();
    }
}
