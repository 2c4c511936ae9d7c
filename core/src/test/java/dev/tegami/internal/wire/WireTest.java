package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Deadlines;
import dev.tegami.net.NetException;
import dev.tegami.net.Receive;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.TlsFailed;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
    private static final Protocol TEST = Protocol.of("test", 1, 2);
    private static final Deadlines SHORT = Deadlines.defaults().command(Duration.ofMillis(200));

    private static ConnectOptions options(Server server) {
        return ConnectOptions.of(server).tls(TestPki.shared().trusting());
    }

    @Test
    void linesArriveAsTheyCame() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.raw("220 one\r\ntwo\n\r\nna\0d\rx\r\n"));
                Wire wire = Wire.dial(options(server.at()), TEST)) {
            assertThat(wire.line().text()).isEqualTo("220 one");
            assertThat(wire.line().text()).isEqualTo("two");
            assertThat(wire.line().length()).isZero();
            assertThat(wire.line().text()).isEqualTo("na\0d\rx");
            assertThatThrownBy(wire::line)
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("greeting with localhost");
        }
    }

    @Test
    void commandsGoOutInOneFlush() {
        try (ScriptedServer server = ScriptedServer.plain(
                        talk -> talk.expect("ONE").expect("TWO \u00c3\u00a9").send("ok"));
                Wire wire = Wire.dial(options(server.at()), TEST)) {
            wire.begin("ONE", Duration.ofSeconds(5));
            wire.text("ONE").crlf().text("TWO ").text("\u00e9").crlf().flush();
            assertThat(wire.line().text()).isEqualTo("ok");
        }
    }

    @Test
    void aBodyEndsAtItsDotAndLosesTheDotsThatProtectIt() throws IOException {
        String sent = "a\r\n..b\r\n.\rc\r\n\r\n..\r\nlast\r\n.\r\nnext\r\n";
        for (int cut = 1; cut < sent.length(); cut++) {
            String first = sent.substring(0, cut);
            String second = sent.substring(cut);
            try (Wire wire = Wire.over(
                    new Pieces(first, second), options(new Server("h", 1, Security.INSECURE_PLAINTEXT)), TEST)) {
                wire.beginBody("RETR");
                byte[] body = wire.bodies().receiveUntilDot(-1, Receive.bytes(1000));
                assertThat(new String(body, StandardCharsets.US_ASCII))
                        .isEqualTo("a\r\n.b\r\n\rc\r\n\r\n.\r\nlast\r\n");
                assertThat(wire.line().text()).isEqualTo("next");
            }
        }
    }

    @Test
    void tlsIsCheckedFromTheFirstOctet() {
        try (ScriptedServer server =
                        ScriptedServer.implicitTls(talk -> talk.send("hello").expect("bye"));
                Wire wire = Wire.dial(options(server.at()), TEST)) {
            assertThat(wire.isSecure()).isTrue();
            assertThat(wire.line().text()).isEqualTo("hello");
            wire.text("bye").crlf().flush();
        }
    }

    @Test
    void anUnknownAuthorityIsRefused() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> talk.send("hello"))) {
            assertThatThrownBy(() -> Wire.dial(ConnectOptions.of(server.at()), TEST))
                    .isInstanceOf(TlsFailed.class);
        }
    }

    @Test
    void startTlsUpgradesBothDirections() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
                    talk.send("hello").expect("STARTTLS").send("go");
                    talk.startTls().expect("inside").send("safe");
                });
                Wire wire = Wire.dial(options(server.at()), TEST)) {
            wire.line();
            wire.begin("STARTTLS", Duration.ofSeconds(5));
            wire.text("STARTTLS").crlf().flush();
            wire.line();
            wire.startTls();
            wire.begin("inside", Duration.ofSeconds(5));
            wire.text("inside").crlf().flush();
            assertThat(wire.line().text()).isEqualTo("safe");
        }
    }

    @Test
    void aSilentServerEndsAtTheDeadline() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.stall());
                Wire wire = Wire.dial(options(server.at()).deadlines(SHORT), TEST)) {
            wire.begin("NOOP", SHORT.command());
            assertThatThrownBy(wire::line)
                    .isInstanceOfSatisfying(
                            NetException.class, e -> assertThat(e.isTimeout()).isTrue())
                    .hasMessageContaining("NOOP with localhost");
        }
    }

    @Test
    void nobodyListening() {
        Server nowhere = new Server("127.0.0.1", 1, Security.INSECURE_PLAINTEXT);
        assertThatThrownBy(() -> Wire.dial(ConnectOptions.of(nowhere), TEST)).isInstanceOf(ConnectFailed.class);
    }

    @Test
    void aWaitMayEndWithoutEndingTheSession() {
        try (ScriptedServer server =
                        ScriptedServer.implicitTls(talk -> talk.expect("now").send("here"));
                Wire wire = Wire.dial(options(server.at()), TEST)) {
            assertThat(wire.await(Duration.ofMillis(20))).isFalse();
            wire.text("now").crlf().flush();
            assertThat(wire.await(Duration.ofSeconds(5))).isTrue();
            assertThat(wire.line().text()).isEqualTo("here");
        }
    }
}
