package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.Receive;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dripping octets do not stretch a deadline. */
@Timeout(60)
class SlowServerTest {
    /** An octet every few milliseconds, for ever. */
    private static void drip(Talk talk) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            do {
                talk.raw("x");
            } while (!never.await(5, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDrippingReplyEndsAtTheDeadlineOfItsCommand() {
        try (ScriptedServer server = ScriptedServer.plain(SlowServerTest::drip);
                Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST)) {
            wire.begin("EHLO", Wires.SHORT);
            assertThatThrownBy(wire::line)
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("EHLO with localhost")
                    .hasMessageContaining("PT0.25S");
        }
    }

    @Test
    void aDrippingBodyMakesTooLittleProgress() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SlowServerTest::drip);
                Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST)) {
            wire.beginBody("RETR");
            assertThatThrownBy(() -> wire.bodies().receiveUntilDot(-1, Receive.bytes(1 << 20)))
                    .isInstanceOf(TimedOut.class);
        }
    }

    @Test
    void aBodyThatMovesMayTakeLongerThanItsSpan() throws IOException {
        String block = "z".repeat(2046) + "\r\n";
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    CountDownLatch never = new CountDownLatch(1);
                    try {
                        for (int i = 0; i < 10; i++) {
                            talk.raw(block);
                            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    talk.send(".");
                });
                Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST)) {
            wire.beginBody("RETR");
            assertThat(wire.bodies().receiveUntilDot(-1, Receive.bytes(1 << 20)))
                    .hasSize(20_480);
        }
    }

    @Test
    void aHandshakeThatStallsEndsAtItsDeadline() {
        try (ScriptedServer server = ScriptedServer.plain(Talk::stall)) {
            var options = Wires.options(server);
            assertThatThrownBy(() -> Wire.dial(
                            options.server(options.server().security(dev.tegami.net.Security.IMPLICIT_TLS))
                                    .deadlines(options.deadlines().tls(Wires.SHORT)),
                            Wires.TEST))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("TLS handshake");
        }
    }

    @Test
    void anIdleSessionIsNotClosedByAnOldDeadline() throws InterruptedException {
        try (ScriptedServer server = ScriptedServer.plain(
                        talk -> talk.send("one").expect("two").send("three"));
                Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST)) {
            wire.begin("greeting", Wires.SHORT);
            wire.line();
            assertThat(new CountDownLatch(1).await(2 * Wires.SHORT.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
            wire.begin("two", Wires.LONG);
            wire.text("two").crlf().flush();
            assertThat(wire.line().text()).isEqualTo("three");
        }
    }
}
