package dev.tegami.net;

import java.io.Serializable;
import java.util.Objects;

/**
 * A server to reach: a host name or address literal, a port, and how the connection is protected.
 *
 * @param host a DNS name or an IP address without brackets; the name the certificate must carry
 * @param port the TCP port, or {@link #DEFAULT_PORT} for the port the protocol registers for this kind of protection
 * @param security how the connection is protected
 */
public record Server(String host, int port, Security security) implements Serializable {
    /** Stands for the port the protocol registers, such as 587 for submission with STARTTLS. */
    public static final int DEFAULT_PORT = 0;

    /**
     * Checks the values.
     *
     * @param host a DNS name or an IP address without brackets; the name the certificate must carry
     * @param port the TCP port, or {@link #DEFAULT_PORT} for the port the protocol registers for this kind of protection
     * @param security how the connection is protected
     * @throws IllegalArgumentException for a host that is empty or carries white space or controls, or a port outside 0 to 65535
     */
    public Server {
        Objects.requireNonNull(security, "security");
        if (host.isEmpty() || host.length() > 255 || !host.chars().allMatch(Server::isPlain)) {
            throw new IllegalArgumentException("not a host name: '" + printable(host) + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Makes the same server with another port.
     *
     * @param other the port
     * @return the new value
     */
    public Server port(int other) {
        return new Server(host, other, security);
    }

    /**
     * Makes the same server with another protection.
     *
     * @param other the protection
     * @return the new value
     */
    public Server security(Security other) {
        return new Server(host, port, other);
    }

    /** Gives {@code host:port}, for messages. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + (port == DEFAULT_PORT ? "" : ":" + port);
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c != 0x7F && !Character.isWhitespace(c) && !Character.isISOControl(c);
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().limit(80).forEach(c -> out.append(isPlain(c) ? (char) c : '?'));
        return out.toString();
    }
}
