package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.Words;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/** ID (RFC 2971). */
public final class Id implements Command<Map<String, String>> {
    private final Map<String, String> ours;
    private final Map<String, String> theirs = new LinkedHashMap<>();

    public Id(Map<String, String> ours) {
        this.ours = ours;
    }

    @Override
    public String name() {
        return "ID";
    }

    @Override
    public void write(Script script) {
        script.raw(ours.isEmpty() ? "ID NIL" : "ID (");
        String[] gap = {""};
        ours.forEach((key, value) -> {
            script.raw(gap[0]).string(key).raw(" ").string(value);
            gap[0] = " ";
        });
        script.raw(ours.isEmpty() ? "" : ")");
    }

    @Override
    public boolean take(Response response) {
        if (!(response instanceof Words words) || !words.name().equals("ID")) {
            return false;
        }
        try {
            Tokens in = Tokens.of(words.text());
            if (in.next('(')) {
                while (!in.next(')')) {
                    String key = in.nstring();
                    in.blanks();
                    String value = in.nstring();
                    in.blanks();
                    theirs.put(String.valueOf(key), value == null ? "" : value);
                }
            }
        } catch (BadSyntax e) {
            theirs.clear(); // an identity nobody can read is none
        }
        return true;
    }

    @Override
    public Map<String, String> result(Tagged done) {
        return Map.copyOf(theirs);
    }
}
