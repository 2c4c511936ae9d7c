package dev.tegami.imap.internal.command;

import dev.tegami.imap.FoundIn;
import dev.tegami.imap.SearchScope;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;

/** ESEARCH, the search in several folders (RFC 7377). */
public final class MultiSearch implements Command<List<FoundIn>> {
    private final SearchScope scope;
    private final List<Object> words;
    private final List<FoundIn> found = new ArrayList<>();
    private final Room room = new Room("numbers", Room.NUMBERS);

    public MultiSearch(SearchScope scope, List<Object> words) {
        this.scope = scope;
        this.words = words;
    }

    @Override
    public String name() {
        return "ESEARCH";
    }

    @Override
    public void write(Script script) {
        script.raw("ESEARCH IN (" + scope.kind());
        if (!scope.folders().isEmpty()) {
            script.raw(" (");
            String gap = "";
            for (String folder : scope.folders()) {
                script.raw(gap).folder(folder);
                gap = " ";
            }
            script.raw(")");
        }
        script.raw(") RETURN (ALL) ");
        SearchCommand.charset(script, words);
        SearchCommand.question(script, words);
    }

    @Override
    public boolean take(Response response) {
        if (!(response instanceof Esearch esearch) || !esearch.changes().isEmpty()) {
            return false;
        }
        String set = esearch.values().getOrDefault("ALL", "");
        room.take(set.length() + 100L);
        if (!set.isEmpty()) {
            found.add(new FoundIn(esearch.folder(), esearch.uidValidity(), UidSet.parse(set)));
        }
        return true;
    }

    @Override
    public List<FoundIn> result(Tagged done) {
        return List.copyOf(found);
    }
}
