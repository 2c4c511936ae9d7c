package dev.tegami.imap;

import java.util.Set;

/** One fact that a sync found out. */
public sealed interface Change {
    /**
     * The UIDs known before mean nothing any more: UIDVALIDITY changed. All messages follow as added.
     *
     * @param uidValidity the new epoch
     */
    record Reset(long uidValidity) implements Change {}

    /**
     * A message is new.
     *
     * @param uid its UID
     * @param flags its flags
     */
    record Added(long uid, Set<Flag> flags) implements Change {}

    /**
     * A message has other flags than before.
     *
     * @param uid its UID
     * @param flags its flags now
     */
    record Flagged(long uid, Set<Flag> flags) implements Change {}

    /**
     * Messages are gone.
     *
     * @param uids their UIDs
     */
    record Vanished(UidSet uids) implements Change {}
}
