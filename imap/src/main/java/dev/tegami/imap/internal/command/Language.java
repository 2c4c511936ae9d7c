package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.LanguageData;
import dev.tegami.imap.internal.response.NamespaceData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** LANGUAGE (RFC 5255 §3): with tags it chooses one, without it asks for all. */
public final class Language implements Command<List<String>> {
    private final List<String> tags;
    private List<String> found = List.of();

    public Language(List<String> tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "LANGUAGE";
    }

    @Override
    public void write(Script script) {
        script.raw("LANGUAGE");
        tags.forEach(tag -> script.raw(" ").string(tag));
    }

    /** Namespaces may be named anew, in the language that was chosen. */
    @Override
    public boolean take(Response response) {
        if (response instanceof LanguageData data) {
            found = data.tags();
        }
        return response instanceof LanguageData || response instanceof NamespaceData;
    }

    @Override
    public List<String> result(Tagged done) {
        return found;
    }
}
