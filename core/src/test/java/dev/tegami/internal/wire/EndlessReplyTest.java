package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.net.Receive;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that never ends its sentence costs a stated amount of memory. */
@Timeout(60)
class EndlessReplyTest {
    private static void readOn(Wire wire) {
        int octets = 0;
        while (octets >= 0) {
            octets += wire.line().length();
        }
    }

    private static void ends(String flood, WireLimits limits, String limit, int value) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.flood(flood));
                Wire wire = Wire.dial(Wires.options(server).limits(limits), Wires.TEST)) {
            assertThatThrownBy(() -> readOn(wire)).isInstanceOfSatisfying(LimitExceeded.class, e -> {
                assertThat(e.limit()).isEqualTo("WireLimits." + limit);
                assertThat(e.value()).isEqualTo(value);
                assertThat(e.advice()).contains("localhost");
            });
        }
    }

    @Test
    void aLineWithoutEnd() {
        ends("x", WireLimits.defaults(), "line", 64 * 1024);
    }

    @Test
    void linesWithoutEnd() {
        ends("250-x\r\n", WireLimits.defaults(), "replyLines", 1000);
    }

    @Test
    void longLinesWithoutEnd() {
        ends("y".repeat(8000) + "\r\n", WireLimits.defaults(), "reply", 1024 * 1024);
    }

    @Test
    void aBodyWithoutEnd() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.flood("body\r\n"));
                Wire wire = Wires.dial(server)) {
            wire.beginBody("RETR");
            assertThatThrownBy(() -> wire.bodies().receiveUntilDot(-1, Receive.bytes(100_000)))
                    .isInstanceOfSatisfying(
                            LimitExceeded.class, e -> assertThat(e.limit()).isEqualTo("Receive.bytes"));
        }
    }
}
