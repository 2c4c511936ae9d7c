package dev.tegami.sasl;

import java.util.List;

/**
 * What a choice of mechanism must know of the connection.
 *
 * @param service the GSSAPI service name: {@code smtp}, {@code imap} or {@code pop}
 * @param host the server's name
 * @param port the server's port
 * @param privacy who can listen
 * @param bindings what a login can be bound to, the strongest first; empty without TLS
 */
public record Link(String service, String host, int port, Privacy privacy, List<ChannelBinding> bindings) {
    /** Who can listen. */
    public enum Privacy {
        /** Nobody: TLS, or a socket within this machine. */
        PRIVATE,
        /** Everyone on the path, and the caller chose so by name. */
        CLEAR_BY_CHOICE,
        /** Everyone on the path: secrets must not travel. */
        CLEAR
    }
}
