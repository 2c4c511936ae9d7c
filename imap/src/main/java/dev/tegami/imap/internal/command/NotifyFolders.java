package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/**
 * NOTIFY (RFC 5465) for folders by name. What happens in the selected one is told only where sequence numbers stay as
 * they are.
 */
public record NotifyFolders(List<String> folders, boolean flags) implements Simple {
    @Override
    public String name() {
        return "NOTIFY";
    }

    @Override
    public void write(Script script) {
        script.raw("NOTIFY SET (selected-delayed (MessageNew (UID FLAGS) MessageExpunge FlagChange)) (mailboxes (");
        for (int i = 0; i < folders.size(); i++) {
            script.raw(i == 0 ? "" : " ").folder(folders.get(i));
        }
        script.raw(flags ? ") (MessageNew MessageExpunge FlagChange))" : ") (MessageNew MessageExpunge))");
    }
}
