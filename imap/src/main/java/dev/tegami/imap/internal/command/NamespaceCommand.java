package dev.tegami.imap.internal.command;

import dev.tegami.imap.Namespaces;
import dev.tegami.imap.internal.response.NamespaceData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** NAMESPACE (RFC 2342). */
public final class NamespaceCommand implements Command<Namespaces> {
    private Namespaces found = new Namespaces(List.of(), List.of(), List.of());

    @Override
    public String name() {
        return "NAMESPACE";
    }

    @Override
    public void write(Script script) {
        script.raw(name());
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof NamespaceData data) {
            found = data.namespaces();
            return true;
        }
        return false;
    }

    @Override
    public Namespaces result(Tagged done) {
        return found;
    }
}
