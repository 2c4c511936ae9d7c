package dev.tegami.pop3;

import dev.tegami.mime.Source;
import java.io.IOException;

/** A place of the caller's own for collected messages. It gets every message at least once. */
@FunctionalInterface
public interface Sink {
    /**
     * Takes a message. When the call returns the message must be durable, for it may be deleted from the server.
     *
     * @param entry the message as the server listed it
     * @param message its octets, good until the call returns
     * @throws IOException if it cannot be stored; the collection ends and nothing is deleted
     */
    void store(Entry entry, Source message) throws IOException;
}
