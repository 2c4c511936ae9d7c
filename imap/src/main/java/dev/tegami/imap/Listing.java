package dev.tegami.imap;

import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.GetMetadata;
import dev.tegami.imap.internal.command.ListCommand;
import dev.tegami.imap.internal.command.MyRights;
import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.imap.internal.quirk.JamesAppendLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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
        if (query.wantsRights()) {
            session.need(Extension.ACL);
        }
        if (!query.metadata().isEmpty()) {
            session.need(Extension.METADATA);
        }
        boolean extended = session.offers("LIST-EXTENDED");
        boolean together = !items.isEmpty() && session.offers("LIST-STATUS") && !failsInList(items.get(0));
        List<FolderListing> found = ask(extended, together ? items.get(0) : "");
        for (String more : items.subList(together ? 1 : 0, items.size())) {
            boolean listed = together && !failsInList(more);
            found = listed ? merged(found, ask(extended, more)) : oneByOne(found, more);
        }
        return found.stream()
                .map(this::complete)
                .map(this::withRights)
                .map(this::withMetadata)
                .toList();
    }

    private FolderListing withRights(FolderListing folder) {
        boolean asks = query.wantsRights() && folder.rights().isEmpty() && !session.has(Extension.LIST_MYRIGHTS);
        return asks ? told(folder, each -> each.with(run(new MyRights(each.name())))) : folder;
    }

    private FolderListing withMetadata(FolderListing folder) {
        if (query.metadata().isEmpty() || session.has(Extension.LIST_METADATA)) {
            return folder;
        }
        MetadataQuery names = MetadataQuery.of(query.metadata().toArray(String[]::new));
        return told(
                folder,
                each -> each.with(run(new GetMetadata(
                                each.name(), names, session.conversation().greeting()))
                        .entries()));
    }

    private <R> R run(Command<R> command) {
        return session.conversation().run(command);
    }

    /** A folder that may not be asked of, or went away since it was listed, is no reason to give up the others. */
    private static FolderListing told(FolderListing folder, UnaryOperator<FolderListing> question) {
        try {
            return question.apply(folder);
        } catch (ImapRefused e) {
            return folder;
        }
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
        boolean rights = query.wantsRights() && session.has(Extension.LIST_MYRIGHTS);
        List<String> metadata = session.has(Extension.LIST_METADATA) ? query.metadata() : List.of();
        if (!extended && status.isEmpty() && !rights && metadata.isEmpty()) {
            String verb = query.isSubscribed() ? "LSUB" : "LIST";
            return new ListCommand(verb, "", query.pattern(), List.of(), List.of());
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
        if (rights) {
            wanted.add("MYRIGHTS");
        }
        String selection = query.isSubscribed() ? "(SUBSCRIBED) " : "";
        return new ListCommand("LIST", selection, query.pattern(), wanted, metadata);
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
            told.add(
                    folder.isSelectable()
                            ? told(folder, each -> with(each, run(new StatusCommand(each.name(), part))))
                            : folder);
        }
        return told;
    }
}
