package dev.tegami.imap;

import java.util.List;

/**
 * What happened to a folder since the last sync.
 *
 * @param state what is known now, for the next sync
 * @param changes the facts; against every server the same, whatever it can do
 */
public record Sync(FolderState state, List<Change> changes) {
    /**
     * Takes a copy.
     *
     * @param state what is known now
     * @param changes the facts
     */
    public Sync {
        changes = List.copyOf(changes);
    }
}
