package dev.tegami.pop3;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Where a collector puts messages. */
interface Target {
    /** What the memory calls this place; empty for one that cannot tell what became of an interrupted delivery. */
    String place();

    /** Begins to take a message in. */
    Place open(Entry entry) throws IOException;

    /** Makes sealed messages durable parts of the target. */
    void commit(List<Place> sealed) throws IOException;

    /** Throws sealed messages away that nothing remembers. */
    void withdraw(List<Place> sealed) throws IOException;

    /** Completes the delivery of a sealed message of an earlier run; false if its fate is unknown. */
    boolean settle(String name) throws IOException;

    /** A message on its way in; closing it before it is sealed throws it away. */
    interface Place extends Closeable {
        OutputStream stream();

        /** Ends the message and puts it on disk; gives its name. */
        String seal() throws IOException;
    }
}
