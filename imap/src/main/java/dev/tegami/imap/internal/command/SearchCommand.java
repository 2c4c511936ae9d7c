package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Numbers;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** UID SEARCH, by ESEARCH where offered (RFC 9051 §6.4.4, RFC 4731): gives the set as on the wire. */
public final class SearchCommand implements Command<String> {
    private final List<Object> words;
    private final boolean extended;
    private final Room room = new Room("numbers", Room.NUMBERS);
    private final StringBuilder found = new StringBuilder();

    public SearchCommand(List<Object> words, boolean extended) {
        this.words = words;
        this.extended = extended;
    }

    @Override
    public String name() {
        return "SEARCH";
    }

    @Override
    public void write(Script script) {
        script.raw("UID SEARCH ");
        if (extended) {
            script.raw("RETURN (ALL) ");
        }
        charset(script, words);
        question(script, words);
    }

    static void charset(Script script, List<Object> words) {
        if (script.dialect().namesCharset() && words.stream().anyMatch(SearchCommand::needsCharset)) {
            script.raw("CHARSET UTF-8 ");
        }
    }

    static void question(Script script, List<Object> words) {
        for (Object word : words) {
            if (word instanceof SearchText text) {
                script.string(text.text());
            } else if (word instanceof SearchLabel label) {
                script.label(label.label());
            } else {
                script.raw(word.toString());
            }
        }
    }

    private static boolean needsCharset(Object word) {
        return word instanceof SearchText text && text.text().chars().anyMatch(c -> c > 0x7E);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Numbers numbers && numbers.name().equals("SEARCH")) {
            room.take(numbers.numbers().length * 11L);
            for (long number : numbers.numbers()) {
                found.append(found.length() == 0 ? "" : ",").append(number);
            }
            return true;
        }
        if (response instanceof Esearch extendedResult && extendedResult.isAnswer()) {
            String set = extendedResult.values().getOrDefault("ALL", "");
            room.take(set.length());
            found.append(found.length() == 0 || set.isEmpty() ? "" : ",").append(set);
            return true;
        }
        return false;
    }

    @Override
    public String result(Tagged done) {
        return found.toString();
    }
}
