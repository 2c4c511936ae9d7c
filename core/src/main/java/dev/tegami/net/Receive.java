package dev.tegami.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Where a big piece of a message goes while it arrives. The call that takes a {@code Receive} returns when the piece is
 * complete; a piece that breaks off is abandoned, never half delivered.
 *
 * <pre>{@code
 * Path saved = pop.retrieve(entry, Receive.toFile(Path.of("letter.eml")));
 * byte[] small = pop.retrieve(entry, Receive.bytes(1 << 20));
 * }</pre>
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Receive<T> {
    /**
     * Opens a place for one piece.
     *
     * @param announced the octets the server announced, not to be trusted, or -1
     * @return the place
     * @throws IOException if there is none
     */
    Sink<T> open(long announced) throws IOException;

    /**
     * One piece on its way.
     *
     * @param <T> what comes out
     */
    interface Sink<T> {
        /**
         * Gives the stream for the octets. It is not closed by the giver of octets.
         *
         * @return the stream
         */
        OutputStream stream();

        /**
         * Ends a complete piece.
         *
         * @return what came out
         * @throws IOException if it cannot be stored
         */
        T commit() throws IOException;

        /** Throws away a piece that broke off. */
        void abandon();
    }

    /**
     * Stores to a file: written beside it under a temporary name, moved onto it when complete.
     *
     * @param file the file, replaced if there is one
     * @return the place, giving the file
     */
    static Receive<Path> toFile(Path file) {
        return announced -> ReceivedFile.open(file);
    }

    /**
     * Writes to a stream of the caller, who flushes and closes it. What was written before a break stays written.
     *
     * @param stream the stream
     * @return the place, giving the number of octets
     */
    static Receive<Long> toStream(OutputStream stream) {
        return announced -> new ReceivedStream(stream);
    }

    /**
     * Holds the piece in memory.
     *
     * @param limit the most octets
     * @return the place; a larger piece throws {@link dev.tegami.LimitExceeded}
     */
    static Receive<byte[]> bytes(int limit) {
        return announced -> new ReceivedBytes(limit);
    }
}
