package dev.tegami.internal.wire;

import dev.tegami.net.Route;
import dev.tegami.net.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Brings about a connection by the route asked for. What is being tried is given to the watch, which ends it in time. */
final class Dialer {
    private final Server server;
    private final Watch watch;

    Dialer(Server server, Watch watch) {
        this.server = server;
        this.watch = watch;
    }

    Transport dial(Route route) throws IOException {
        if (route instanceof Route.UnixSocket unix) {
            return connect(UnixDomainSocketAddress.of(unix.path()), StandardProtocolFamily.UNIX);
        }
        if (route instanceof Route.OwnSocket own) {
            return new StreamTransport(own.sockets().connect(server));
        }
        if (route instanceof Route.Proxy proxy) {
            return through(proxy);
        }
        return direct(server.host(), server.port());
    }

    private Transport through(Route.Proxy proxy) throws IOException {
        Transport transport = direct(proxy.host(), proxy.port());
        watch.target(transport::abort);
        boolean open = false;
        try {
            if (proxy.kind() == Route.Proxy.Kind.SOCKS5) {
                new Socks5(transport, proxy.login()).connect(server);
            } else {
                HttpTunnel.connect(transport, server, proxy.login());
            }
            open = true;
            return transport;
        } finally {
            if (!open) {
                transport.abort();
            }
        }
    }

    private Transport direct(String host, int port) throws IOException {
        List<InetAddress> addresses = Addresses.of(host, watch);
        if (addresses.size() == 1) {
            return connect(new InetSocketAddress(addresses.get(0), port), StandardProtocolFamily.INET);
        }
        List<InetSocketAddress> all = addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        return new SocketTransport(Race.win(all, watch), StandardProtocolFamily.INET).connected();
    }

    private Transport connect(SocketAddress address, StandardProtocolFamily family) throws IOException {
        SocketChannel channel =
                family == StandardProtocolFamily.UNIX ? SocketChannel.open(family) : SocketChannel.open();
        SocketTransport transport = new SocketTransport(channel, family);
        watch.target(transport::abort);
        boolean connected = false;
        try {
            channel.connect(address);
            connected = true;
            return transport.connected();
        } finally {
            if (!connected) {
                transport.abort();
            }
        }
    }
}
