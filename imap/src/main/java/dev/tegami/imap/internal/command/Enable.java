package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.Words;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;

/** ENABLE (RFC 5161): gives what the server really enabled. */
public final class Enable implements Command<List<String>> {
    private final List<String> wanted;
    private final List<String> enabled = new ArrayList<>();

    public Enable(List<String> wanted) {
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "ENABLE";
    }

    @Override
    public void write(Script script) {
        script.raw("ENABLE");
        wanted.forEach(name -> script.raw(" ").atom(name));
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Words words && words.name().equals("ENABLED")) {
            enabled.addAll(ResponseParser.names(words.text()));
            return true;
        }
        return false;
    }

    @Override
    public List<String> result(Tagged done) {
        return List.copyOf(enabled);
    }
}
