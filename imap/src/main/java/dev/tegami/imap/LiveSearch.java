package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.imap.internal.command.CancelUpdate;
import dev.tegami.imap.internal.command.Ordered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The result of a search that the server keeps up to date (RFC 5267). It changes whenever the session hears of changes:
 * within any call of it, such as {@link Folder#idle} or {@link ImapSession#noop()}. Used by the thread of its session,
 * until its folder is left.
 *
 * <pre>{@code
 * try (LiveSearch unread = inbox.follow(Search.unseen())) {
 *     inbox.idle(Duration.ofMinutes(5));
 *     show(unread.uids());
 * }
 * }</pre>
 */
public final class LiveSearch implements AutoCloseable {
    private static final int MOST = 10_000_000;

    private final FindingFolder folder;
    private final boolean isSorted;
    private final List<Long> uids = new ArrayList<>();
    private final List<Event.ResultChanged> early = new ArrayList<>();
    private String tag = "";
    private boolean isClosed;

    LiveSearch(FindingFolder folder, boolean isSorted) {
        this.folder = folder;
        this.isSorted = isSorted;
    }

    /** Begins with a result; what the server told of it before it told its name is put in now. */
    void begin(String name, long... first) {
        for (long uid : first) {
            uids.add(uid);
        }
        tag = name;
        early.forEach(this::hear);
        early.clear();
    }

    void hear(Event.ResultChanged event) {
        if (tag.isEmpty()) {
            early.add(event);
        } else if (event.search().equals(tag)) {
            event.changes().forEach(this::change);
        }
    }

    private void change(ResultChange change) {
        long[] changed = Ordered.parse(change.uids());
        if (change.kind() == ResultChange.Kind.REMOVED) {
            remove(changed);
        } else if (change.position() > 0) {
            insert(change.position(), changed);
        } else {
            merge(changed);
        }
        if (uids.size() > MOST) {
            throw new LimitExceeded("numbers", MOST, "follow a narrower question");
        }
    }

    private void remove(long... changed) {
        java.util.Set<Long> gone = new java.util.HashSet<>();
        for (long uid : changed) {
            gone.add(uid);
        }
        uids.removeIf(gone::contains);
    }

    private void insert(long position, long... changed) {
        List<Long> more = new ArrayList<>(changed.length);
        for (long uid : changed) {
            more.add(uid);
        }
        uids.addAll((int) Math.min(position - 1, uids.size()), more);
    }

    private void merge(long... changed) {
        for (long uid : changed) {
            int at = isSorted ? -uids.size() - 1 : Collections.binarySearch(uids, uid);
            if (at < 0) {
                uids.add(-at - 1, uid);
            }
        }
    }

    /**
     * Gives the result as it is now.
     *
     * @return the UIDs in the order of the search
     */
    public List<Long> uids() {
        return List.copyOf(uids);
    }

    /** Asks the server to tell no more of it. Where the folder was left, that has happened already. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            if (folder.forget(this)) {
                folder.session.run(new CancelUpdate(tag));
            }
        }
    }
}
