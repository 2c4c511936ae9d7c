package dev.tegami.imap;

import dev.tegami.net.Deadlines;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Folders to watch, and how: an immutable value. A watch owns one connection. It hears of changes by IDLE (RFC 2177),
 * for several folders with NOTIFY (RFC 5465) where the server has it, else it looks at the other folders from time to
 * time, as it does for their flags where the server has no CONDSTORE; where the server has no IDLE at all, it asks from time to time. After each sign of news it {@linkplain
 * Folder#sync syncs}, so what is told is right whatever the server said; after a lost connection it connects again and
 * catches up. For prompt news of several folders from a server without NOTIFY, start a watch for each.
 *
 * <pre>{@code
 * Watch watch = imap.watch("INBOX").start((folder, change) -> {
 *     if (change instanceof Change.Added added) {
 *         System.out.println("new in " + folder + ": UID " + added.uid());
 *     }
 * });
 * }</pre>
 */
public final class FolderWatch {
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(29); // RFC 2177
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Times USUAL = new Times(
            Duration.ofMinutes(4), // many address translators forget after five
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));

    private final Imap imap;
    private final List<String> folders;
    private final Map<String, FolderState> states;
    private final Times times;

    private record Times(Duration idle, Duration poll, Duration first, Duration longest) {}

    private FolderWatch(Imap imap, List<String> folders, Map<String, FolderState> states, Times times) {
        this.imap = imap;
        this.folders = folders;
        this.states = states;
        this.times = times;
    }

    static FolderWatch of(Imap imap, String... folders) {
        Set<String> distinct = new LinkedHashSet<>(List.of(folders));
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException("no folder to watch");
        }
        Deadlines deadlines = imap.options().deadlines();
        boolean patient = deadlines.command().compareTo(PATIENCE) > 0;
        Imap lively = patient ? imap.deadlines(deadlines.command(PATIENCE)) : imap;
        return new FolderWatch(lively, List.copyOf(distinct), Map.of(), USUAL);
    }

    private FolderWatch with(Times other) {
        return new FolderWatch(imap, folders, states, other);
    }

    /**
     * Begins with what was known at another time: everything that happened since is told first. Without this, what is
     * in the folder at the first look is taken as known.
     *
     * @param folder the name, as given to the watch
     * @param state what was known; {@link FolderState#empty} to be told of all messages
     * @return the changed value
     */
    public FolderWatch since(String folder, FolderState state) {
        if (!folders.contains(folder)) {
            throw new IllegalArgumentException("not watched: " + folder);
        }
        Map<String, FolderState> more = new HashMap<>(states);
        more.put(folder, state);
        return new FolderWatch(imap, folders, Map.copyOf(more), times);
    }

    /**
     * Sets how long one IDLE lasts; then it is issued again, which also shows whether the server is still there. The
     * answer must come within the deadline {@code command}, of which a watch takes at most a minute.
     *
     * @param span the time, at most 29 minutes; at first 4 minutes
     * @return the changed value
     */
    public FolderWatch idle(Duration span) {
        return with(new Times(check(span, LONGEST_IDLE), times.poll, times.first, times.longest));
    }

    /**
     * Sets how often to look where the server does not tell by itself.
     *
     * @param span the time between two looks, at most a day; at first a minute
     * @return the changed value
     */
    public FolderWatch poll(Duration span) {
        return with(new Times(times.idle, check(span, DAY), times.first, times.longest));
    }

    /**
     * Sets how long to wait before connecting again: twice as long after each failure, less a random part up to a half.
     *
     * @param shortest the first wait, at first a second
     * @param longestWait the longest, at most a day; at first 5 minutes. A connection that lasted longer than this
     *     begins the count anew
     * @return the changed value
     */
    public FolderWatch backOff(Duration shortest, Duration longestWait) {
        check(shortest, longestWait);
        return with(new Times(times.idle, times.poll, shortest, check(longestWait, DAY)));
    }

    private static Duration check(Duration span, Duration most) {
        if (span.isZero() || span.isNegative() || span.compareTo(most) > 0) {
            throw new IllegalArgumentException("must be more than zero and at most " + most + ", not " + span);
        }
        return span;
    }

    /**
     * Begins to watch, on a daemon thread of its own named {@code tegami-watch}. Connecting is part of the watch: its
     * failures reach the listener.
     *
     * @param listener whom to tell, on that thread
     * @return the watch, to be closed
     */
    public Watch start(WatchListener listener) {
        return start(
                work -> {
                    Thread thread = new Thread(work, "tegami-watch");
                    thread.setDaemon(true);
                    thread.start();
                },
                listener);
    }

    /**
     * Begins to watch on a thread of the caller's choice, such as a virtual one. The watch keeps it until it ends.
     *
     * @param executor runs the watch; must not run it in the calling thread
     * @param listener whom to tell, on that thread
     * @return the watch, to be closed
     */
    public Watch start(Executor executor, WatchListener listener) {
        Watch watch = new Watch(this, listener);
        executor.execute(watch::run);
        return watch;
    }

    Imap imap() {
        return imap;
    }

    List<String> folders() {
        return folders;
    }

    Optional<FolderState> state(String folder) {
        return Optional.ofNullable(states.get(folder));
    }

    Duration idle() {
        return times.idle;
    }

    Duration poll() {
        return times.poll;
    }

    BackOff backOff() {
        return new BackOff(times.first, times.longest);
    }
}
