package dev.tegami.store;

import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.util.Set;

/** A message in a store. It holds no file open; each read opens the store anew. */
public sealed interface Stored permits MaildirMessage, MboxMessage {
    /**
     * Gives the message's name: stable in a Maildir, valid until the next deletion in an mbox.
     *
     * @return the name within its store
     */
    String name();

    /**
     * Gives the flags: those of the file name when it was listed, in an mbox those of its header now.
     *
     * @return an unmodifiable set
     * @throws IOException if the message is gone or cannot be read
     */
    Set<StoreFlag> flags() throws IOException;

    /**
     * Gives the message's octets as they were delivered.
     *
     * @return a source; reading it fails if the message is gone
     */
    Source raw();

    /**
     * Reads the header alone, at most 1 MiB of it.
     *
     * @return the header
     * @throws IOException if the message is gone or cannot be read
     */
    default Header header() throws IOException {
        return HeaderOnly.read(raw());
    }

    /**
     * Parses the message. Up to 256 KiB it is held in memory; the bodies of a larger one stay in the store and are read
     * from there whenever they are needed.
     *
     * @return the message
     * @throws IOException if the message is gone or cannot be read
     */
    default Message message() throws IOException {
        return Message.parse(raw());
    }
}
