package dev.tegami.imap;

import dev.tegami.imap.internal.command.ListCommand;
import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.imap.internal.quirk.JamesAppendLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers a {@link ListQuery} by what the server has. */
final class Listing {
    private final ImapSession session;
    private final ListQuery query;
    private final List<String> items;

    Listing(ImapSession session, ListQuery query) {
        this.session = session;
        this.query = query;
        this.items = StatusItem.known(session, query.status());
    }

    List<FolderListing> run() {
        boolean extended = session.offers("LIST-EXTENDED");
        boolean together = !items.isEmpty() && session.offers("LIST-STATUS") && !failsInList(items.get(0));
        List<FolderListing> found = ask(extended, together ? items.get(0) : "");
        for (String more : items.subList(together ? 1 : 0, items.size())) {
            boolean listed = together && !failsInList(more);
            found = listed ? merged(found, ask(extended, more)) : oneByOne(found, more);
        }
        return found.stream().map(this::complete).toList();
    }

    private boolean failsInList(String part) {
        return JamesAppendLimit.failsInList(session.conversation().greeting(), part);
    }

    private List<FolderListing> ask(boolean extended, String status) {
        return session.conversation().run(command(extended, status));
    }

    private static List<FolderListing> merged(List<FolderListing> folders, List<FolderListing> others) {
        Map<String, Status> more = new HashMap<>();
        others.forEach(folder -> folder.status().ifPresent(status -> more.put(folder.name(), status)));
        return folders.stream()
                .map(folder -> more.containsKey(folder.name()) ? with(folder, more.get(folder.name())) : folder)
                .toList();
    }

    private ListCommand command(boolean extended, String status) {
        if (!extended && status.isEmpty()) {
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
        if (!status.isEmpty()) {
            wanted.add("STATUS (" + status + ")");
        }
        String selection = query.isSubscribed() ? "(SUBSCRIBED) " : "";
        return new ListCommand("LIST", selection, query.pattern(), " RETURN (" + String.join(" ", wanted) + ")");
    }

    private FolderListing complete(FolderListing folder) {
        return folder.status()
                .map(status -> folder.with(StatusItem.complete(session, query.status(), status)))
                .orElse(folder);
    }

    private static FolderListing with(FolderListing folder, Status more) {
        return folder.with(folder.status().map(status -> status.and(more)).orElse(more));
    }

    private List<FolderListing> oneByOne(List<FolderListing> folders, String part) {
        List<FolderListing> told = new ArrayList<>();
        for (FolderListing folder : folders) {
            told.add(folder.isSelectable() ? told(folder, part) : folder);
        }
        return told;
    }

    /** A folder that went away since it was listed has no numbers, and is no reason to give up the others. */
    private FolderListing told(FolderListing folder, String part) {
        try {
            return with(folder, session.conversation().run(new StatusCommand(folder.name(), part)));
        } catch (ImapRefused e) {
            return folder;
        }
    }
}
