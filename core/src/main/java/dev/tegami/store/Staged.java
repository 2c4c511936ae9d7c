package dev.tegami.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A message on its way into a store. For one thread. */
public interface Staged extends Closeable {
    /**
     * Takes the octets of the message.
     *
     * @return the stream; closing it is not needed
     */
    OutputStream stream();

    /**
     * Ends the message and puts its octets on disk (fsync). It is not in the store yet.
     *
     * @return the name to give to {@link Store#commit} or, by a later process, to {@link Store#settle}
     * @throws IOException if the octets cannot be stored
     */
    String seal() throws IOException;

    /**
     * Throws the message away unless it was sealed.
     *
     * @throws IOException if its file cannot be removed
     */
    @Override
    void close() throws IOException;
}
