package dev.tegami.imap.internal.command;

import dev.tegami.imap.Tally;
import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import java.util.OptionalLong;

/** UID SEARCH RETURN (MIN MAX COUNT) (RFC 4731). */
public final class TallyCommand implements Command<Tally> {
    private final List<Object> words;
    private Tally found = new Tally(0, OptionalLong.empty(), OptionalLong.empty());

    public TallyCommand(List<Object> words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "SEARCH";
    }

    @Override
    public void write(Script script) {
        script.raw("UID SEARCH RETURN (MIN MAX COUNT) ");
        SearchCommand.charset(script, words);
        SearchCommand.question(script, words);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Esearch esearch && esearch.isAnswer()) {
            found = new Tally(number(esearch, "COUNT").orElse(0), number(esearch, "MIN"), number(esearch, "MAX"));
            return true;
        }
        return false;
    }

    private static OptionalLong number(Esearch esearch, String item) {
        String text = esearch.values().getOrDefault(item, "");
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    @Override
    public Tally result(Tagged done) {
        return found;
    }
}
