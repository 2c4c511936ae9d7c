package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;

/** CREATE, DELETE, SUBSCRIBE, UNSUBSCRIBE: a name and a folder. */
public record OnFolder(String name, String folder) implements Simple {
    @Override
    public void write(Script script) {
        script.raw(name).raw(" ").folder(folder);
    }
}
