package dev.tegami.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the listener of a watch was told so far, over all its connections. */
final class WatchedFolders {
    private final List<String> names;
    private final Map<String, FolderState> states = new HashMap<>();
    private final WatchListener listener;

    WatchedFolders(FolderWatch plan, WatchListener listener) {
        this.names = plan.folders();
        this.listener = listener;
        names.forEach(name -> plan.state(name).ifPresent(state -> states.put(name, state)));
    }

    List<String> names() {
        return names;
    }

    /** Those that a server means by a name. */
    List<String> named(String folder) {
        return names.stream()
                .filter(name ->
                        name.equals(folder) || (name.equalsIgnoreCase("INBOX") && folder.equalsIgnoreCase("INBOX")))
                .toList();
    }

    /**
     * Finds out what happened in a selected folder and tells it, or at the first look takes it as known.
     *
     * @return whether there was anything to tell
     */
    boolean sync(Folder folder) {
        String name = folder.name();
        Optional<FolderState> before = Optional.ofNullable(states.get(name));
        boolean[] told = new boolean[1];
        FolderState after = before.isEmpty()
                ? folder.sync(FolderState.empty()).state()
                : folder.sync(
                        before.get(),
                        change -> {
                            told[0] = true;
                            ListenerFailed.guard(() -> listener.changed(name, change));
                        },
                        soFar -> states.put(name, soFar));
        states.put(name, after);
        if (before.isEmpty() || told[0] || before.get().modSeq() != after.modSeq()) {
            ListenerFailed.guard(() -> listener.rested(name, after));
        }
        return told[0];
    }
}
