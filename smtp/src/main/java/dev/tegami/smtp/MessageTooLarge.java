package dev.tegami.smtp;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;

/** The message is larger than the server says it takes (SIZE, RFC 1870). Nothing was sent. */
public class MessageTooLarge extends NetException {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final long limit;

    /**
     * Creates the error.
     *
     * @param server the server
     * @param size the octets of the message
     * @param limit the octets the server takes
     */
    public MessageTooLarge(Server server, long size, long limit) {
        super(
                server,
                "preparing the message",
                "the message has " + size + " octets, the server takes " + limit,
                false,
                "send less, or a link instead of the attachment");
        this.size = size;
        this.limit = limit;
    }

    /**
     * Gives the size of the message as it would be sent.
     *
     * @return octets
     */
    public long size() {
        return size;
    }

    /**
     * Gives the server's limit.
     *
     * @return octets
     */
    public long limit() {
        return limit;
    }
}
