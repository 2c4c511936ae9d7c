package dev.tegami.imap;

import dev.tegami.imap.internal.command.FetchCommand;
import dev.tegami.imap.internal.command.FindCommand;
import dev.tegami.imap.internal.command.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages that a question finds, to do something with. Where the server has SEARCHRES (RFC 5182) it keeps the
 * result, and no numbers travel; else they do, with the same outcome.
 *
 * <pre>{@code
 * inbox.where(unseen().and(from("ada"))).addFlags(Flag.SEEN);
 * }</pre>
 */
public final class Matching {
    private final FindingFolder folder;
    private final Search question;

    Matching(FindingFolder folder, Search question) {
        this.folder = folder;
        this.question = question;
    }

    private boolean isKept() {
        return folder.session.keeps(folder.exists());
    }

    /**
     * Fetches them: searched and fetched in one round trip where the server keeps results.
     *
     * @param items what of each
     * @return one summary for each, in the server's order
     */
    public List<Summary> fetch(Fetch... items) {
        folder.knows(question);
        if (!isKept()) {
            return folder.fetch(folder.search(question), items);
        }
        List<Summary> found = new ArrayList<>();
        FetchCommand fetch = folder.fetching(UidSet.SAVED, found::add, items);
        folder.runAll(new FindCommand("", "SAVE", question.words()), fetch);
        return folder.hasStopped() ? folder.fetch(folder.search(question), items) : found;
    }

    /**
     * Adds flags to all of them.
     *
     * @param flags the flags
     */
    public void addFlags(Flag... flags) {
        store(FlagChange.ADD, flags);
    }

    /**
     * Takes flags away from all of them.
     *
     * @param flags the flags
     */
    public void removeFlags(Flag... flags) {
        store(FlagChange.REMOVE, flags);
    }

    /** Nothing is changed before the search succeeded: a failed one may leave the result of an earlier one. */
    private void store(FlagChange change, Flag... flags) {
        folder.knows(question);
        boolean isKept = isKept();
        if (isKept) {
            folder.run(new FindCommand("", "SAVE", question.words()));
            isKept = !folder.hasStopped();
        }
        List<UidSet> sets = isKept ? List.of(UidSet.SAVED) : folder.pieces(folder.search(question));
        sets.forEach(set -> folder.run(new Store(set, Store.ALWAYS, change.item(), List.of(flags))));
    }
}
