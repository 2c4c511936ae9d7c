package dev.tegami.store;

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
