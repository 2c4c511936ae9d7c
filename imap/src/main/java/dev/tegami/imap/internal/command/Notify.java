package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** NOTIFY (RFC 5465). What the server tells from then on goes to the session as events. */
public record Notify(List<String> filters) implements Simple {
    @Override
    public String name() {
        return "NOTIFY";
    }

    @Override
    public void write(Script script) {
        script.raw(filters.isEmpty() ? "NOTIFY NONE" : "NOTIFY SET");
        filters.forEach(filter -> script.raw(" (" + filter + ")"));
    }
}
