package dev.tegami.imap;

import dev.tegami.imap.internal.command.ListCommand;
import dev.tegami.imap.internal.command.StatusCommand;
import java.util.ArrayList;
import java.util.List;

/** Answers a {@link ListQuery} by what the server has. */
final class Listing {
    private final ImapSession session;
    private final ListQuery query;
    private final String items;

    Listing(ImapSession session, ListQuery query) {
        this.session = session;
        this.query = query;
        this.items = StatusItem.known(session, query.status());
    }

    List<FolderListing> run() {
        boolean extended = session.offers("LIST-EXTENDED");
        boolean together = !items.isEmpty() && session.offers("LIST-STATUS");
        List<FolderListing> found = session.conversation().run(command(extended, together));
        return items.isEmpty() || together ? found : oneByOne(found);
    }

    private ListCommand command(boolean extended, boolean together) {
        if (!extended && !together) {
            return new ListCommand(query.isSubscribed() ? "LSUB" : "LIST", "", query.pattern(), "");
        }
        List<String> wanted = new ArrayList<>();
        if (extended) {
            wanted.add("SUBSCRIBED");
            wanted.add("CHILDREN");
        }
        if (session.offers("SPECIAL-USE")) {
            wanted.add("SPECIAL-USE");
        }
        if (together) {
            wanted.add("STATUS (" + items + ")");
        }
        String selection = query.isSubscribed() ? "(SUBSCRIBED) " : "";
        return new ListCommand("LIST", selection, query.pattern(), " RETURN (" + String.join(" ", wanted) + ")");
    }

    private List<FolderListing> oneByOne(List<FolderListing> folders) {
        List<FolderListing> told = new ArrayList<>();
        for (FolderListing folder : folders) {
            told.add(folder.isSelectable() ? told(folder) : folder);
        }
        return List.copyOf(told);
    }

    /** A folder that went away since it was listed has no numbers, and is no reason to give up the others. */
    private FolderListing told(FolderListing folder) {
        try {
            return folder.with(session.conversation().run(new StatusCommand(folder.name(), items)));
        } catch (ImapRefused e) {
            return folder;
        }
    }
}
