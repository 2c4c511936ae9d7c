package dev.tegami.smtp;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;

/** The server takes no more messages in this session (RFC 9422, MAILMAX). The message was not begun. */
public class SessionSpent extends NetException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param server the server
     * @param limit how many transactions the server allows
     */
    public SessionSpent(Server server, int limit) {
        super(
                server,
                "MAIL FROM",
                "the server takes no more than " + limit + " transactions in a session",
                true,
                "send it in a new session");
    }
}
