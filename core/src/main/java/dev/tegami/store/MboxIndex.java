package dev.tegami.store;

import dev.tegami.mime.Message;
import dev.tegami.mime.SourceChanged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the messages of an mbox lie. Holds eight octets for each and no file. Messages appended later are not in it;
 * after a deletion its messages fail with {@link SourceChanged}. Safe for several threads.
 */
public final class MboxIndex {
    private final Path file;
    private final MboxDialect dialect;
    private final FileStamp stamp;
    private final Offsets offsets;

    MboxIndex(Path file, MboxDialect dialect, FileStamp stamp, Offsets offsets) {
        this.file = file;
        this.dialect = dialect;
        this.stamp = stamp;
        this.offsets = offsets;
    }

    /**
     * Counts the messages.
     *
     * @return how many there are
     */
    public int size() {
        return offsets.size();
    }

    /** Takes the messages of an mbox one by one. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes a message.
         *
         * @param stored where it lies, to read it again or to delete it
         * @param message what it says
         * @throws IOException to end the reading
         */
        void take(Stored stored, Message message) throws IOException;
    }

    /**
     * Reads all messages in the order of the file, which is opened once: much faster than {@link #get} for each. What
     * another process appends meanwhile is not read; if it rewrites the file, the reading ends with an error.
     *
     * <pre>{@code
     * archive.index(Progress.NONE).readAll((stored, message) -> count(message.from()));
     * }</pre>
     *
     * @param reader takes the messages
     * @throws IOException if the file cannot be read, or the reader throws it
     * @throws SourceChanged if the file was rewritten since it was indexed
     */
    public void readAll(Reader reader) throws IOException {
        if (size() == 0) {
            return;
        }
        try (MboxPass pass = pass()) {
            while (pass.advance()) {
                MboxMessage stored = pass.message();
                reader.take(stored, WholeMessage.parse(stored, pass::stream, pass.length()));
            }
        }
    }

    MboxPass pass() throws IOException {
        return new MboxPass(file, dialect, stamp, offsets);
    }

    /**
     * Gives a message.
     *
     * @param position its place in the file, from 0
     * @return the message
     * @throws IOException if the file cannot be read
     * @throws SourceChanged if the file was rewritten since
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Stored get(int position) throws IOException {
        Objects.checkIndex(position, size());
        long start = offsets.get(position);
        long end = position + 1 < size() ? offsets.get(position + 1) : stamp.size();
        return MboxMessage.at(file, dialect, stamp, start, end);
    }
}
