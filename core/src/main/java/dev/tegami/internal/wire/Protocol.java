package dev.tegami.internal.wire;

import dev.tegami.net.Security;
import dev.tegami.net.Server;
import java.util.function.ToIntFunction;

/**
 * What the wire must know of a protocol.
 *
 * @param name the GSSAPI service name of the protocol: {@code smtp}, {@code imap}, {@code pop}
 * @param ports the registered port for each kind of protection
 */
public record Protocol(String name, ToIntFunction<Security> ports) {
    /**
     * Makes a protocol with one port for implicit TLS and one for all else.
     *
     * @param name the service name
     * @param port the port that begins in plaintext
     * @param tlsPort the port of implicit TLS
     * @return the protocol
     */
    public static Protocol of(String name, int port, int tlsPort) {
        return new Protocol(name, security -> security == Security.IMPLICIT_TLS ? tlsPort : port);
    }

    /** Gives the server its real port. */
    Server reached(Server asked) {
        return asked.port() == Server.DEFAULT_PORT ? asked.port(ports.applyAsInt(asked.security())) : asked;
    }
}
