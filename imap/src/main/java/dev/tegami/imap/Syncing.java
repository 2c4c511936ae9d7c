package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.SearchCommand;
import dev.tegami.imap.internal.command.SyncFetch;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One sync of a selected folder, by the best the server has: QRESYNC tells what changed and what vanished, CONDSTORE
 * what changed, and any server all there is. What one way misses because it happens meanwhile, the next sync finds.
 */
final class Syncing {
    private final Folder folder;
    private final Conversation conversation;
    private final Consumer<FolderState> soFar;
    private long since;

    /**
     * Begins.
     *
     * @param soFar gets what was told before a sync broke off, so that the next one does not tell it again
     */
    Syncing(Folder folder, Conversation conversation, Consumer<FolderState> soFar) {
        this.folder = folder;
        this.conversation = conversation;
        this.soFar = soFar;
    }

    FolderState run(FolderState before, boolean qresync, Consumer<? super Change> sink) {
        boolean reset = before.uidValidity() != folder.uidValidity() || folder.uidValidity() == 0;
        FolderState known = reset ? FolderState.empty() : before;
        since = Math.min(known.modSeq(), folder.takeHint() - 1);
        Ledger ledger = new Ledger(known, sink);
        boolean complete = false; // else there may be gaps between new messages: only a full look finds those in them
        try {
            if (reset && before.uidValidity() != 0) {
                sink.accept(new Change.Reset(folder.uidValidity()));
            }
            look(known, qresync, ledger);
            complete = true;
        } finally {
            if (!complete) {
                soFar.accept(ledger.state(folder.uidValidity(), ledger.hasGrown() ? 0 : since));
            }
        }
        return ledger.state(folder.uidValidity(), folder.highestModSeq());
    }

    private void look(FolderState known, boolean qresync, Ledger ledger) {
        long reached = folder.highestModSeq();
        boolean canCompare = qresync || conversation.has("CONDSTORE");
        boolean hasModSeq = canCompare && reached != 0 && since > 0 && known.modSeq() <= reached;
        long newest = ledger.highest();
        folder.takeGrown();
        if (!hasModSeq) {
            all(ledger);
        } else {
            descend(UidSet.all(), part -> fetch(part, ledger).since(since, qresync));
        }
        boolean grown = folder.takeGrown(); // what came meanwhile is told next time, and may have lower numbers
        boolean atOnce = conversation.limit(Descent.LIMIT).orElse(MessageSet.LAST) >= folder.exists();
        if (reached != 0 && !grown && atOnce) {
            long told = Math.min(ledger.modSeq(), folder.hint() - 1);
            folder.reached(told); // before more is fetched: changes between the two are not told
        }
        if (hasModSeq) {
            if (folder.takeFresh()) {
                top(newest + 1, ledger);
            }
            settle(ledger);
        }
    }

    /**
     * If the numbers do not agree, the list of UIDs decides; also if messages went away meanwhile, since one that came
     * then may hide it.
     */
    private void settle(Ledger ledger) {
        if (!folder.takeLost() && ledger.count() == folder.exists()) {
            return;
        }
        UidSet fresh = ledger.only(folder.isEmpty() ? UidSet.of() : there());
        fresh.cut(conversation.limit(Descent.LIMIT).orElse(MessageSet.LAST)).stream()
                .flatMap(piece -> piece.pieces(Folder.LONGEST_SET).stream())
                .forEach(piece -> conversation.run(fetch(piece, ledger)));
    }

    private UidSet there() {
        return Descent.search(
                conversation,
                Search.all(),
                part -> conversation.run(new SearchCommand(part.words(), conversation.has("ESEARCH"))));
    }

    /** Messages that came before others changed, but showed later: only their UIDs tell that they are new. */
    private void top(long from, Ledger ledger) {
        if (!folder.isEmpty() && from < folder.uidNext()) {
            descend(UidSet.range(from, folder.uidNext() - 1), part -> fetch(part, ledger));
        }
    }

    private void all(Ledger ledger) {
        if (!folder.isEmpty()) {
            descend(UidSet.all(), part -> fetch(part, ledger));
        }
        ledger.onlyPresent();
    }

    private void descend(UidSet messages, Function<UidSet, SyncFetch> command) {
        Descent.run(conversation, messages, part -> conversation.run(command.apply(part)));
    }

    private static SyncFetch fetch(UidSet messages, Ledger ledger) {
        return SyncFetch.of(messages, ledger::present, ledger::vanished);
    }
}
