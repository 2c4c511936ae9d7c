package dev.tegami.net;

import dev.tegami.sasl.Credentials;
import java.util.Optional;

/**
 * All that is needed to reach a server; what every {@link Connector} carries. Its text never shows a secret.
 *
 * @param server the server
 * @param credentials how to log in, or empty to stay anonymous
 * @param tls whom to trust and what to show
 * @param deadlines how long each wait may last
 * @param limits how much the server may make us hold
 * @param trace who listens
 * @param route how the octets get there
 */
public record ConnectOptions(
        Server server,
        Optional<Credentials> credentials,
        TlsOptions tls,
        Deadlines deadlines,
        WireLimits limits,
        Trace trace,
        Route route) {
    /**
     * Gives the defaults for a server: no login, the platform's trust anchors, a direct way.
     *
     * @param server the server
     * @return the options
     */
    public static ConnectOptions of(Server server) {
        return new ConnectOptions(
                server,
                Optional.empty(),
                TlsOptions.defaults(),
                Deadlines.defaults(),
                WireLimits.defaults(),
                Trace.NONE,
                Route.direct());
    }

    /**
     * Changes the server.
     *
     * @param other the server
     * @return the changed copy
     */
    public ConnectOptions server(Server other) {
        return new ConnectOptions(other, credentials, tls, deadlines, limits, trace, route);
    }

    /**
     * Changes the login.
     *
     * @param other how to log in
     * @return the changed copy
     */
    public ConnectOptions credentials(Credentials other) {
        return new ConnectOptions(server, Optional.of(other), tls, deadlines, limits, trace, route);
    }

    /**
     * Changes the TLS options.
     *
     * @param other whom to trust and what to show
     * @return the changed copy
     */
    public ConnectOptions tls(TlsOptions other) {
        return new ConnectOptions(server, credentials, other, deadlines, limits, trace, route);
    }

    /**
     * Changes the deadlines.
     *
     * @param other how long each wait may last
     * @return the changed copy
     */
    public ConnectOptions deadlines(Deadlines other) {
        return new ConnectOptions(server, credentials, tls, other, limits, trace, route);
    }

    /**
     * Changes the limits.
     *
     * @param other how much the server may make us hold
     * @return the changed copy
     */
    public ConnectOptions limits(WireLimits other) {
        return new ConnectOptions(server, credentials, tls, deadlines, other, trace, route);
    }

    /**
     * Changes the listener.
     *
     * @param other who listens
     * @return the changed copy
     */
    public ConnectOptions trace(Trace other) {
        return new ConnectOptions(server, credentials, tls, deadlines, limits, other, route);
    }

    /**
     * Changes the way.
     *
     * @param other how the octets get there
     * @return the changed copy
     */
    public ConnectOptions route(Route other) {
        return new ConnectOptions(server, credentials, tls, deadlines, limits, trace, other);
    }
}
