package dev.tegami.imap;

import java.time.Duration;

/**
 * What a {@link Watch} tells. All calls come from the one thread of the watch, one after another; a call that blocks
 * holds the watch up, and nothing is lost by it. A call that throws ends the watch with that error.
 */
@FunctionalInterface
public interface WatchListener {
    /**
     * Something happened in a folder. Each fact is told once, also across lost connections.
     *
     * @param folder the name, as it was given
     * @param change the fact
     */
    void changed(String folder, Change change);

    /**
     * All facts up to a moment have been told. Keep the state, to begin the next watch with it.
     *
     * @param folder the name, as it was given
     * @param state what is known of it
     */
    default void rested(String folder, FolderState state) {}

    /**
     * The connection is lost or could not be made; it will be tried again by itself. So it is when the supplier of a
     * token throws {@link java.io.UncheckedIOException}, as one that cannot reach its provider should.
     *
     * @param why what went wrong
     * @param retryIn how long until the next try
     */
    default void lost(RuntimeException why, Duration retryIn) {}

    /**
     * The watch gave up, since another try would not help: the login is refused, the folder does not exist, a limit was
     * exceeded, or this listener threw. No further call comes.
     *
     * @param why what went wrong
     */
    default void ended(RuntimeException why) {}
}
