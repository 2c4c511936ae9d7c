package dev.tegami.imap;

import dev.tegami.imap.internal.command.Select;
import java.util.Optional;
import java.util.Set;

/** What is known of a selected folder, without asking the server. See {@link Folder}. */
public sealed class SelectedFolder permits ReadableFolder {
    private static final Flag NEW_KEYWORDS = Flag.received("\\*");

    private final String name;
    private Select.Selected first;
    private long exists;
    private long highestModSeq;
    private boolean lost;
    private boolean grown;
    private boolean isFresh = true;
    private boolean isCounted = true;
    private long hint = Long.MAX_VALUE;
    private long arrived;
    private long left;

    SelectedFolder(String name, Select.Selected first) {
        this.name = name;
        this.first = first;
        this.exists = first.exists();
        this.highestModSeq = first.highestModSeq();
    }

    void hear(Event event) {
        if (event instanceof Event.Exists now) {
            grown |= now.messages() > exists;
            arrived += Math.max(0, now.messages() - exists);
            exists = now.messages();
            isCounted = true;
        } else if (event instanceof Event.Expunged && exists > 0) {
            exists--;
            left++;
            lost = true;
        } else if (event instanceof Event.Vanished gone) {
            exists = Math.max(0, exists - gone.uids().size());
            isCounted = false; // a span may name UIDs that nobody had
            left += gone.uids().size();
            lost = true;
        } else if (event instanceof Event.Changed changed) {
            hint = Math.min(hint, changed.message().modSeq().orElse(highestModSeq + 1));
        }
    }

    /**
     * Gives the name.
     *
     * @return the name it was selected by
     */
    public String name() {
        return name;
    }

    /**
     * Counts the messages, as far as the server told.
     *
     * @return how many
     */
    public long exists() {
        return exists;
    }

    /** How many messages came since it was selected. */
    long arrived() {
        return arrived;
    }

    /** How many messages went since it was selected. */
    long left() {
        return left;
    }

    /**
     * Gives the epoch of the UIDs: when it differs from the last time, all UIDs known are void.
     *
     * @return the number, or 0 where the server has no lasting UIDs
     */
    public long uidValidity() {
        return first.uidValidity();
    }

    /**
     * Gives the UID the next message was to get when the folder was selected.
     *
     * @return the number, or 0 where the server did not say
     */
    public long uidNext() {
        return first.uidNext();
    }

    /** The number of the last change that this session heard of, or 0 where the server has none (RFC 7162). */
    long highestModSeq() {
        return highestModSeq;
    }

    void reached(long modSeq) {
        highestModSeq = Math.max(highestModSeq, modSeq);
    }

    /** Whether there is nothing in it for sure. */
    boolean isEmpty() {
        return exists == 0 && isCounted;
    }

    /** Tells once whether messages went away since it was last asked. */
    boolean takeLost() {
        boolean was = lost;
        lost = false;
        return was;
    }

    /** Tells once whether messages came since it was last asked. */
    boolean takeGrown() {
        boolean was = grown;
        grown = false;
        return was;
    }

    /** The lowest number of a change told beside the answers, which may be one of those that were to be told before. */
    long hint() {
        return hint;
    }

    /** Gives the same once. */
    long takeHint() {
        long was = hint;
        hint = Long.MAX_VALUE;
        return was;
    }

    /** Tells once that nobody compared the folder with what was known of it. */
    boolean takeFresh() {
        boolean was = isFresh;
        isFresh = false;
        return was;
    }

    /** Selects the folder again, for abilities that had to be turned on outside it. */
    void selectedAgain(Select.Selected again) {
        first = again;
        exists = again.exists();
        isCounted = true;
        highestModSeq = again.highestModSeq();
    }

    /**
     * Gives the flags in use here.
     *
     * @return the flags
     */
    public Set<Flag> flags() {
        return first.flags();
    }

    /**
     * Gives the flags that stay when set; others last for the session at most.
     *
     * @return the flags
     */
    public Set<Flag> permanentFlags() {
        return first.permanentFlags().stream()
                .filter(flag -> !flag.equals(NEW_KEYWORDS))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /**
     * Tells whether keywords that nobody used here before can be made up.
     *
     * @return true if so
     */
    public boolean takesNewKeywords() {
        return first.permanentFlags().contains(NEW_KEYWORDS);
    }

    /**
     * Gives the id that the folder keeps when it is renamed (RFC 8474).
     *
     * @return the id, if the server has OBJECTID
     */
    public Optional<String> mailboxId() {
        return Optional.of(first.mailboxId()).filter(id -> !id.isEmpty());
    }

    /**
     * Tells whether nothing can be changed here.
     *
     * @return true after {@link ImapSession#examine} or where the server says so
     */
    public boolean isReadOnly() {
        return first.isReadOnly();
    }
}
