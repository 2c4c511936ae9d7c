package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** UID SEARCH RETURN and, where there is an order, UID SORT RETURN (RFC 4731, RFC 5267, RFC 9394). */
public final class FindCommand implements Command<Found> {
    private final String order;
    private final String options;
    private final List<Object> words;
    private final Room room = new Room("numbers", Room.NUMBERS);
    private Map<String, String> values = Map.of();

    public FindCommand(String order, String options, List<Object> words) {
        this.order = order;
        this.options = options;
        this.words = words;
    }

    @Override
    public String name() {
        return order.isEmpty() ? "UID SEARCH" : "UID SORT";
    }

    @Override
    public void write(Script script) {
        script.raw(name()).raw(" RETURN (" + options + ") ");
        if (order.isEmpty()) {
            SearchCommand.charset(script, words);
        } else {
            script.raw("(" + order + ") UTF-8 ");
        }
        SearchCommand.question(script, words);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Esearch esearch && esearch.isAnswer()) {
            esearch.values().values().forEach(value -> room.take(value.length()));
            values = esearch.values();
            return true;
        }
        return false;
    }

    @Override
    public Found result(Tagged done) {
        String partial = values.getOrDefault("PARTIAL", "");
        String set = partial.isEmpty()
                ? values.getOrDefault("ALL", "")
                : partial.replaceFirst("^\\(\\S+ ", "").replace(")", "");
        String count = values.getOrDefault("COUNT", options.contains("COUNT") ? "0" : "");
        String scores = values.getOrDefault("RELEVANCY", "()");
        return new Found(
                Ordered.parse(set.trim()),
                count.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty(),
                Ordered.parse(scores.substring(1, scores.length() - 1).trim().replace(' ', ',')));
    }
}
