package dev.tegami.store;

import dev.tegami.mime.Header;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Messages on disk. A message is delivered whole and durably (fsync) or not at all, whatever happens to the process;
 * several processes may use one store at a time. Everything here works without a connection.
 *
 * <pre>{@code
 * Store store = Maildir.create(Path.of("Mail"));
 * store.deliver(message.raw());
 * for (Stored one : store.search(header -> header.first("List-Id").isPresent())) {
 *     System.out.println(one.message().subject().orElse("(none)"));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public sealed interface Store permits Maildir, Mbox {
    /**
     * Says where the store is.
     *
     * @return its directory or file, as an absolute path
     */
    Path path();

    /**
     * Lists the messages, oldest delivery first.
     *
     * @return the messages that are there now
     * @throws IOException if the store cannot be read
     */
    List<Stored> list() throws IOException;

    /**
     * Begins a delivery of octets that are still on their way. Nobody sees the message before it is committed.
     *
     * @return the message in the making
     * @throws IOException if there is no room for it
     */
    Staged stage() throws IOException;

    /**
     * Makes sealed messages part of the store, durably, in the given order. One call with many names costs less than
     * many calls.
     *
     * @param names the names that {@link Staged#seal()} gave
     * @throws IOException if that fails; the names may be given again
     */
    void commit(List<String> names) throws IOException;

    /**
     * Throws sealed messages away that were not committed.
     *
     * @param names the names that {@link Staged#seal()} gave
     * @throws IOException if that fails
     */
    void withdraw(List<String> names) throws IOException;

    /**
     * Finds out what became of a message that was sealed by a process which ended before it knew, and completes its
     * delivery where that is still to be done.
     *
     * @param name the name that {@link Staged#seal()} gave
     * @return what became of it
     * @throws IOException if the store cannot be reached
     */
    Settled settle(String name) throws IOException;

    /**
     * Deletes messages. Those that are gone already are passed over.
     *
     * @param messages messages of this store
     * @throws IOException if that fails
     */
    void delete(Collection<? extends Stored> messages) throws IOException;

    /**
     * Sets the flags of a message, in place of those it had.
     *
     * @param message a message of this store
     * @param flags its flags from now on
     * @throws IOException if that fails or the message is gone
     */
    void flag(Stored message, Set<StoreFlag> flags) throws IOException;

    /**
     * Removes what deliveries left behind that were interrupted long ago.
     *
     * @return how many files were removed
     * @throws IOException if that fails
     */
    int clean() throws IOException;

    /**
     * Delivers a message. When the call returns the message is on disk and in the store.
     *
     * @param message its octets
     * @throws IOException if it cannot be read or stored; then nothing was delivered
     */
    default void deliver(Source message) throws IOException {
        try (Staged staged = stage()) {
            message.writeTo(staged.stream());
            List<String> sealed = List.of(staged.seal());
            try {
                commit(sealed);
            } catch (IOException | RuntimeException e) {
                withdraw(sealed);
                throw e;
            }
        }
    }

    /**
     * Finds messages by their headers. Bodies are not read.
     *
     * @param wanted decides on a header
     * @return the messages with such headers, in the order of {@link #list()}
     * @throws IOException if the store cannot be read
     */
    default List<Stored> search(Predicate<? super Header> wanted) throws IOException {
        List<Stored> found = new ArrayList<>();
        for (Stored one : list()) {
            if (wanted.test(one.header())) {
                found.add(one);
            }
        }
        return found;
    }
}
