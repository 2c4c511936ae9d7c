package dev.tegami.net;

import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the octets get to the server. TLS, where asked for, runs inside and is checked against the server's name whatever
 * the way.
 */
public sealed interface Route permits Route.Direct, Route.UnixSocket, Route.OwnSocket, Route.Proxy {
    /**
     * Connects to the server's own addresses.
     *
     * @return the direct way
     */
    static Route direct() {
        return new Direct();
    }

    /**
     * Connects to a Unix-domain socket of this machine. Its kernel protects it: passwords may travel without TLS.
     *
     * @param path the socket
     * @return the way
     */
    static Route unixSocket(Path path) {
        return new UnixSocket(path);
    }

    /**
     * Takes connected sockets from the caller. Whether a stalled read can be ended depends on its {@code close()}.
     *
     * @param sockets makes one connected socket per session
     * @return the way
     */
    static Route socket(Sockets sockets) {
        return new OwnSocket(sockets);
    }

    /**
     * Connects through a SOCKS 5 proxy (RFC 1928), which resolves the server's name.
     *
     * @param host the proxy's host
     * @param port the proxy's port
     * @return the way
     */
    static Proxy socks5(String host, int port) {
        return new Proxy(Proxy.Kind.SOCKS5, host, port, Optional.empty());
    }

    /**
     * Connects through an HTTP proxy by CONNECT (RFC 9110 §9.3.6); the proxy resolves the server's name.
     *
     * @param host the proxy's host
     * @param port the proxy's port
     * @return the way
     */
    static Proxy httpConnect(String host, int port) {
        return new Proxy(Proxy.Kind.HTTP_CONNECT, host, port, Optional.empty());
    }

    /** Makes connected sockets. */
    @FunctionalInterface
    interface Sockets {
        /**
         * Makes a socket, connected to the server.
         *
         * @param server the server
         * @return the socket, which the session will close
         * @throws IOException if there is no connection
         */
        Socket connect(Server server) throws IOException;
    }

    /** The server's own addresses. */
    record Direct() implements Route {}

    /**
     * A Unix-domain socket.
     *
     * @param path its path
     */
    record UnixSocket(Path path) implements Route {}

    /**
     * The caller's sockets.
     *
     * @param sockets makes them
     */
    record OwnSocket(Sockets sockets) implements Route {}

    /**
     * A proxy. Its text shows no password.
     *
     * @param kind its protocol
     * @param host its host
     * @param port its port
     * @param login user name and password for it; both protocols send them in clear
     */
    record Proxy(Kind kind, String host, int port, Optional<Credentials> login) implements Route {
        /** The protocols of proxies. */
        public enum Kind {
            /** SOCKS 5. */
            SOCKS5,
            /** HTTP CONNECT. */
            HTTP_CONNECT
        }

        /**
         * Logs in at the proxy.
         *
         * @param user the user name
         * @param password the password
         * @return the changed copy
         * @throws IllegalArgumentException for CR, LF, NUL or an unpaired surrogate in either
         */
        public Proxy login(String user, String password) {
            return new Proxy(kind, host, port, Optional.of(Credentials.password(user, password)));
        }
    }
}
