package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Route;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RouteTest {
    /** A proxy that needs no second connection: after its own part it plays the server itself. */
    private static void socks(Talk talk, String expectedRequest, String reply) throws IOException {
        assertThat(talk.read(4)).isEqualTo("\5\2\0\2");
        talk.raw("\5\2");
        assertThat(talk.read(13)).isEqualTo("\1\3ada\7pa:ss-w");
        talk.raw("\1\0");
        assertThat(talk.read(expectedRequest.length())).isEqualTo(expectedRequest);
        talk.raw(reply);
    }

    private static ConnectOptions through(ScriptedServer proxy, Server server, boolean socks) {
        Route.Proxy route = socks
                ? Route.socks5("127.0.0.1", proxy.at().port())
                : Route.httpConnect("127.0.0.1", proxy.at().port());
        return Wires.options(proxy).server(server).route(route.login("ada", "pa:ss-w"));
    }

    private static final Server INSIDE = new Server("localhost", 993, Security.IMPLICIT_TLS);

    @Test
    void aSocksProxyCarriesTlsToTheNamedServer() {
        try (ScriptedServer proxy = ScriptedServer.startTls(talk -> {
                    socks(talk, "\5\1\0\3\11localhost\3\u00e1", "\5\0\0\1\0\0\0\0\0\0");
                    talk.startTls().send("inside");
                });
                Wire wire = Wire.dial(through(proxy, INSIDE, true), Wires.TEST)) {
            assertThat(wire.line().text()).isEqualTo("inside");
        }
    }

    @Test
    void aSocksRefusalIsTold() {
        try (ScriptedServer proxy =
                ScriptedServer.startTls(talk -> socks(talk, "\5\1\0\3\11localhost\3\u00e1", "\5\2\0\1\0\0\0\0\0\0"))) {
            assertThatThrownBy(() -> Wire.dial(through(proxy, INSIDE, true), Wires.TEST))
                    .isInstanceOf(ConnectFailed.class)
                    .hasMessageContaining("not allowed by the rules")
                    .hasMessageNotContaining("pa:ss-w");
        }
    }

    @Test
    void anHttpProxyCarriesTlsToTheNamedServer() {
        try (ScriptedServer proxy = ScriptedServer.startTls(talk -> {
                    talk.expect("CONNECT localhost:993 HTTP/1.1").expect("Host: localhost:993");
                    talk.expect("Proxy-Authorization: Basic YWRhOnBhOnNzLXc=").expect("");
                    talk.raw("HTTP/1.1 200 OK\r\nVia: x\r\n\r\n").startTls().send("inside");
                });
                Wire wire = Wire.dial(through(proxy, INSIDE, false), Wires.TEST)) {
            assertThat(wire.line().text()).isEqualTo("inside");
        }
    }

    @Test
    void anHttpRefusalIsTold() {
        try (ScriptedServer proxy =
                ScriptedServer.plain(talk -> talk.raw("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"))) {
            assertThatThrownBy(() -> Wire.dial(through(proxy, INSIDE, false), Wires.TEST))
                    .isInstanceOf(ConnectFailed.class)
                    .hasMessageContaining("407 Proxy Authentication Required");
        }
    }

    @Test
    void anEndlessProxyIsRefused() {
        try (ScriptedServer proxy = ScriptedServer.plain(talk -> talk.flood("HTTP/1.1 "))) {
            assertThatThrownBy(() -> Wire.dial(through(proxy, INSIDE, false), Wires.TEST))
                    .isInstanceOf(ConnectFailed.class)
                    .hasMessageContaining("longer than");
        }
    }

    @Test
    void aSilentProxyEndsAtTheConnectDeadline() {
        try (ScriptedServer proxy = ScriptedServer.plain(Talk::stall)) {
            ConnectOptions options = through(proxy, INSIDE, true);
            assertThatThrownBy(() ->
                            Wire.dial(options.deadlines(options.deadlines().connect(Wires.SHORT)), Wires.TEST))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("connect");
        }
    }

    @Test
    void aUnixSocketIsPrivate(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("s");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> {
                try (SocketChannel peer = listener.accept()) {
                    peer.write(ByteBuffer.wrap("hello\r\n".getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            ConnectOptions options = ConnectOptions.of(new Server("localhost", 0, Security.INSECURE_PLAINTEXT))
                    .route(Route.unixSocket(path));
            try (Wire wire = Wire.dial(options, Wires.TEST)) {
                assertThat(wire.isPrivate()).isTrue();
                assertThat(wire.isSecure()).isFalse();
                assertThat(wire.line().text()).isEqualTo("hello");
            }
            server.get();
        }
    }

    @Test
    void theCallersSocketIsUsed() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> talk.send("hello"));
                Wire wire = Wire.dial(
                        Wires.options(server)
                                .route(Route.socket(
                                        there -> new Socket(InetAddress.getLoopbackAddress(), there.port()))),
                        Wires.TEST)) {
            assertThat(wire.isSecure()).isTrue();
            assertThat(wire.line().text()).isEqualTo("hello");
        }
    }

    @Test
    void aDeadAddressGivesWayToALivingOne() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.send("hello"))) {
            int port = server.at().port();
            InetSocketAddress dead = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 3}), port);
            InetSocketAddress living = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (SocketChannel winner = Race.win(List.of(dead, living), new Watch())) {
                assertThat(winner.getRemoteAddress()).isEqualTo(living);
                assertThat(winner.isBlocking()).isTrue();
            }
        }
    }

    @Test
    void allDeadAddressesAreTold() {
        InetSocketAddress dead = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertThatThrownBy(() -> Race.win(List.of(dead, dead, dead), new Watch()))
                .hasMessageContaining("none of 3 addresses")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(3));
    }

    @Test
    void theFamiliesTakeTurns() throws Exception {
        InetAddress a = InetAddress.getByName("2001:db8::1");
        InetAddress b = InetAddress.getByName("2001:db8::2");
        InetAddress c = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        assertThat(Addresses.turns(new InetAddress[] {a, b, c})).containsExactly(a, c, b);
        assertThat(Addresses.turns(new InetAddress[] {c, a, b})).containsExactly(c, a, b);
    }

    @Test
    void anUnknownNameIsTold() {
        Server nowhere = new Server("no-such-host.invalid", 25, Security.INSECURE_PLAINTEXT);
        assertThatThrownBy(() -> Wire.dial(ConnectOptions.of(nowhere), Wires.TEST))
                .isInstanceOf(ConnectFailed.class)
                .hasMessageContaining("no-such-host.invalid");
    }
}
