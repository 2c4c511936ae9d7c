package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.FileOctets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Octets that can be read any number of times, by any number of threads, always with the same result. Attachments,
 * bodies and whole messages are sources; none of them keeps a file or stream open.
 *
 * <pre>{@code
 * Source minutes = Source.of(Path.of("minutes.pdf"));
 * Message note = Message.compose().from("ada@example.org").attach("minutes.pdf", minutes).build();
 * }</pre>
 */
public interface Source {
    /**
     * Opens the octets from their start; the caller closes the stream.
     *
     * @return a new stream
     * @throws IOException if the octets cannot be reached
     * @throws SourceChanged here or while reading, if the octets are known to be others than before
     */
    InputStream open() throws IOException;

    /**
     * Tells how many octets there are.
     *
     * @return the number, or -1 if only reading shows it
     */
    default long size() {
        return -1;
    }

    /**
     * Writes all octets.
     *
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if reading or writing fails
     * @throws SourceChanged if the octets are known to be others than before
     */
    default void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /**
     * Takes an array as it is, without a copy: the caller gives it away.
     *
     * @param octets the octets
     * @return a source of them
     */
    static Source of(byte[] octets) {
        return OctetSource.of(ArrayOctets.of(octets));
    }

    /**
     * Takes a file as it is now. It is opened for every read; one that has changed since (size, time or identity)
     * fails with {@link SourceChanged}.
     *
     * @param file a regular file
     * @return a source of its octets
     * @throws IOException if there is no such file
     */
    static Source of(Path file) throws IOException {
        return OctetSource.of(FileOctets.of(file, SourceChanged::of));
    }

    /**
     * Takes whatever an opener gives. It is called for every read and must give the same octets each time.
     *
     * @param opener opens the octets from their start
     * @return a source of them
     */
    static Source of(Opener opener) {
        return opener::open;
    }

    /** Opens a stream anew. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the octets from their start.
         *
         * @return a new stream, which its user closes
         * @throws IOException if that fails
         */
        InputStream open() throws IOException;
    }
}
