package dev.tegami.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;

/**
 * How the octets get to the server. TLS, where asked for, runs inside and is checked against the server's name whatever
 * the way.
 */
public sealed interface Route permits Route.Direct, Route.UnixSocket, Route.OwnSocket {
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
}
