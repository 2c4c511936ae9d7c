package dev.tegami.imap.internal.command;

import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** STORE of labels at Gmail (X-GM-EXT-1). Its own labels go as they are, the user's as folder names do. */
public record StoreLabels(MessageSet messages, String item, List<String> labels) implements Simple {
    @Override
    public String name() {
        return messages instanceof UidSet ? "UID STORE" : "STORE";
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages + " " + item + " (");
        String gap = "";
        for (String label : labels) {
            script.raw(gap).label(label);
            gap = " ";
        }
        script.raw(")");
    }
}
