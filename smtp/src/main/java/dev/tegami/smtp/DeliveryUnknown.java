package dev.tegami.smtp;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;

/**
 * The connection was lost between the end of the message and the server's answer: the message may have been delivered
 * or not, and nobody can tell. Sending it again may deliver it twice (RFC 1047).
 */
public class DeliveryUnknown extends NetException {
    private static final long serialVersionUID = 1L;

    private final transient Receipt receipt;

    /**
     * Creates the error.
     *
     * @param server the server
     * @param receipt what became of each recipient
     * @param cause how the connection was lost
     */
    public DeliveryUnknown(Server server, Receipt receipt, RuntimeException cause) {
        super(
                server,
                "end of message",
                "no answer came, so it is unknown whether the message was taken: " + cause.getMessage(),
                false,
                "send again only if two copies do less harm than none; the same Message-ID lets servers find the second",
                cause);
        this.receipt = receipt;
    }

    /**
     * Gives what became of each recipient: those the server had refused before, and those that are unknown.
     *
     * @return the receipt
     */
    public Receipt receipt() {
        return receipt;
    }

    @Override
    public boolean isTimeout() {
        return getCause() instanceof TimedOut;
    }
}
