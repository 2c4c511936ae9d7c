package dev.tegami.imap;

import dev.tegami.imap.internal.command.Idle;
import dev.tegami.imap.internal.command.NotifyFolders;
import dev.tegami.net.NetException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection of a watch, from login to its end. The first folder is the one selected while waiting. */
final class WatchSession {
    /** So many times in a row a server's news may come to nothing before they are taken as noise. */
    private static final int VAIN = 3;

    private final FolderWatch plan;
    private final WatchedFolders folders;
    private final Halt halt;
    private final String home;
    private final List<String> others;
    private final Set<String> dirty = new HashSet<>();
    private final Map<String, Status> seen = new HashMap<>();
    private @Nullable Folder selected;
    private boolean isTold;
    private int noise;
    private long polled = System.nanoTime();

    WatchSession(FolderWatch plan, WatchedFolders folders, Halt halt) {
        this.plan = plan;
        this.folders = folders;
        this.halt = halt;
        this.home = folders.names().get(0);
        this.others = folders.names().subList(1, folders.names().size());
    }

    void run() throws InterruptedException {
        try (ImapSession imap = plan.imap().open()) {
            imap.listen(this::hear);
            isTold = !others.isEmpty() && asksToBeTold(imap);
            dirty.addAll(folders.names());
            while (!halt.isOver()) {
                boolean told = visit(imap);
                Folder folder = at(imap, home);
                if (dirty.contains(home)) {
                    told |= look(folder);
                    noise = told ? 0 : noise + 1;
                }
                if (dirty.isEmpty()) {
                    await(imap, folder);
                } else if (!halt.isOver()) {
                    rest(); // whatever is still told may be a change: it is looked at again, not forgotten
                }
            }
        }
    }

    private void hear(Event event) {
        Folder current = selected;
        if (event instanceof Event.StatusChanged news) {
            dirty.addAll(folders.named(news.status().folder()));
        } else if (event instanceof Event.NotifyEnded) {
            isTold = false;
            dirty.addAll(folders.names());
        } else if (current != null && isNews(event)) {
            dirty.add(current.name());
        }
    }

    private static boolean isNews(Event event) {
        return event instanceof Event.Exists
                || event instanceof Event.Expunged
                || event instanceof Event.Vanished
                || event instanceof Event.Changed;
    }

    private boolean asksToBeTold(ImapSession imap) {
        if (!imap.has("NOTIFY") || !imap.offers("IDLE")) {
            return false;
        }
        try {
            imap.run(new NotifyFolders(others, hasModSeq(imap)));
            return true;
        } catch (ImapRefused e) {
            return false;
        }
    }

    /** Whether the server tells of the other folders' flags too, which takes numbers of changes (RFC 5465 §5). */
    private boolean isToldAll(ImapSession imap) {
        return isTold && hasModSeq(imap);
    }

    private static boolean hasModSeq(ImapSession imap) {
        return imap.has("CONDSTORE") || imap.has("QRESYNC");
    }

    /** The folder, selected; nobody knows what happened to it while it was not. */
    private Folder at(ImapSession imap, String name) {
        Folder current = selected;
        if (current != null && current.name().equals(name)) {
            return current;
        }
        selected = null;
        Folder folder = imap.examine(name);
        selected = folder;
        dirty.add(name);
        return folder;
    }

    /** Syncs the other folders of which there is news; tells whether there was anything to tell. */
    private boolean visit(ImapSession imap) {
        boolean told = false;
        Set<String> visited = new LinkedHashSet<>();
        for (String name : others) {
            if (dirty.contains(name) && !halt.isOver()) {
                if (isTold) {
                    seen.put(name, numbers(imap, name));
                }
                told |= look(at(imap, name));
                visited.add(name);
            }
        }
        if (!visited.isEmpty() && isTold && !halt.isOver()) {
            at(imap, home);
            compare(imap, visited); // nobody tells what happened to one between its sync and its being left
        }
        return told;
    }

    private void compare(ImapSession imap, Collection<String> names) {
        names.stream().filter(name -> hasMoved(imap, name)).forEach(dirty::add);
    }

    /** Whether the numbers of a folder that is not selected are others than they were. */
    private boolean hasMoved(ImapSession imap, String name) {
        Status now = numbers(imap, name);
        return !now.equals(seen.put(name, now));
    }

    private static Status numbers(ImapSession imap, String name) {
        return imap.status(
                name, StatusItem.MESSAGES, StatusItem.UIDNEXT, StatusItem.UIDVALIDITY, StatusItem.HIGHESTMODSEQ);
    }

    /** Syncs until nothing is heard meanwhile; tells whether there was anything to tell. */
    private boolean look(Folder folder) {
        boolean told = false;
        for (int vain = 0; vain < VAIN && dirty.remove(folder.name()) && !halt.isOver(); vain++) {
            if (folders.sync(folder)) {
                told = true;
                vain = 0;
            }
        }
        return told;
    }

    private void rest() throws InterruptedException {
        halt.sleep(shorter(plan.poll(), Duration.ofMillis(25L << Math.min(noise, 15))));
    }

    private void await(ImapSession imap, Folder folder) throws InterruptedException {
        if (noise > VAIN) {
            halt.sleep(shorter(plan.poll(), Duration.ofSeconds(1L << Math.min(noise - VAIN, 10))));
        }
        if (imap.offers("IDLE")) {
            idle(imap, folder);
        } else {
            halt.sleep(plan.poll());
            if (!halt.isOver()) {
                imap.noop();
            }
        }
        if (dirty.isEmpty() && !halt.isOver()) {
            doubt(imap);
        }
        if (!halt.isOver() && System.nanoTime() - polled >= plan.poll().toNanos()) {
            poll(imap);
        }
    }

    /** Asks though nothing was told: it costs little, and not every server tells all it should. */
    private void doubt(ImapSession imap) {
        if (hasModSeq(imap)) {
            dirty.add(home);
            noise = 0;
        }
        if (isTold) {
            compare(imap, others);
        }
    }

    private void idle(ImapSession imap, Folder folder) {
        Idle idle = folder.idle();
        if (halt.wakes(() -> end(idle))) {
            folder.idle(idle, others.isEmpty() || isToldAll(imap) ? plan.idle() : shorter(plan.idle(), plan.poll()));
        }
        halt.wakes(() -> {});
    }

    private void end(Idle idle) {
        try {
            if (!idle.end(plan.imap().options().deadlines().close())) {
                log("a watch is not at rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (NetException e) {
            log("the connection of a watch broke when it was closed: " + e.getMessage());
        }
    }

    private static void log(String what) {
        System.getLogger("dev.tegami.imap").log(Level.DEBUG, what);
    }

    private void poll(ImapSession imap) {
        polled = System.nanoTime();
        if (isToldAll(imap)) {
            return;
        }
        for (String name : others) {
            Status now = numbers(imap, name);
            boolean tellsOfFlags = now.highestModSeq().orElse(0) > 0;
            if (!now.equals(seen.put(name, now)) || !tellsOfFlags) {
                dirty.add(name);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
