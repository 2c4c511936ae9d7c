package dev.tegami.pop3;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * The memory of a collector: which messages of one account it has. {@link SeenFile} keeps it in a file; a caller may
 * keep it elsewhere. One memory is for one account and one collector at a time.
 */
public interface Seen {
    /**
     * Gives all that is remembered.
     *
     * @return the marks, one for each key
     * @throws IOException if they cannot be read
     */
    Collection<Mark> marks() throws IOException;

    /**
     * Remembers marks, each in place of an earlier one of its key. When the call returns they are durable.
     *
     * @param marks the marks
     * @throws IOException if they cannot be stored; then none of them is remembered, and the collector stops before
     *     anything is deleted
     */
    void record(List<Mark> marks) throws IOException;

    /**
     * Forgets marks.
     *
     * @param keys their keys
     * @throws IOException if that cannot be stored
     */
    void forget(List<String> keys) throws IOException;
}
