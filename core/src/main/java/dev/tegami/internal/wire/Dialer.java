package dev.tegami.internal.wire;

import dev.tegami.net.Route;
import dev.tegami.net.Server;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

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
        return direct(server.host(), server.port());
    }

    private Transport direct(String host, int port) throws IOException {
        ConnectException failed = new ConnectException("no address of " + host + " answers");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return connect(new InetSocketAddress(address, port), StandardProtocolFamily.INET);
            } catch (IOException e) {
                if (watch.hasFired()) {
                    throw e;
                }
                failed.addSuppressed(e);
            }
        }
        throw failed;
    }

    private Transport connect(SocketAddress address, StandardProtocolFamily family) throws IOException {
        SocketChannel channel =
                family == StandardProtocolFamily.UNIX ? SocketChannel.open(family) : SocketChannel.open();
        SocketTransport transport = new SocketTransport(channel, family);
        watch.target(transport);
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
