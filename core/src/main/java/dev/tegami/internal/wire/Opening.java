package dev.tegami.internal.wire;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import java.lang.System.Logger.Level;

/** How a connection begins: the way to the server, and TLS over it, each told to the trace, the log and the recorder. */
final class Opening {
    private final ConnectOptions options;
    private final Connection connection;
    private final Tap tap;

    Opening(ConnectOptions options, Connection connection, Tap tap) {
        this.options = options;
        this.connection = connection;
        this.tap = tap;
    }

    void connect() {
        connection.begin("connect", options.deadlines().connect());
        connection.use(
                connection.within(() -> new Dialer(connection.server(), connection.watch()).dial(options.route())));
        tap.note("connected to " + connection.server());
        WireLog.LOG.log(Level.DEBUG, () -> connection.server() + ": connected");
        if (options.server().security() == Security.INSECURE_PLAINTEXT) {
            inClear("the caller chose plaintext");
        }
    }

    /** Somebody who did not write the code may want to know; within one machine nobody listens. */
    void inClear(String why) {
        tap.note("no TLS: " + why);
        if (!connection.transport().isPrivate()
                && !HostName.isThisMachine(connection.server().host())) {
            WireLog.LOG.log(
                    Level.WARNING,
                    () -> connection.server() + ": no TLS, mail can be read and changed on its way: " + why);
        }
    }

    void secure() {
        connection.begin("TLS handshake", options.deadlines().tls());
        TlsUpgrade upgrade = new TlsUpgrade(options.tls(), connection.server());
        connection.use(connection.within(() -> connection.transport().secured(upgrade)));
        String session = connection.transport().tls().map(TlsUpgrade::describe).orElse("TLS");
        tap.note(session);
        connection.recorder().tls(session);
        WireLog.LOG.log(Level.DEBUG, () -> connection.server() + ": " + session);
    }
}
