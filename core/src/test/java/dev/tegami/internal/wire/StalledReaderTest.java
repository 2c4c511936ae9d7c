package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.Aborted;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The peer stops reading while we write: socket timeouts do not bound that, the deadlines do. */
@Timeout(60)
class StalledReaderTest {
    private static final byte[] BLOCK = new byte[64 * 1024];

    private static ScriptedServer stalled(String how) {
        Function<ScriptedServer.Script, ScriptedServer> kind =
                how.equals("tls") ? ScriptedServer::implicitTls : ScriptedServer::plain;
        return kind.apply(Talk::stall);
    }

    private static void writeForEver(Wire wire) throws IOException {
        OutputStream body = wire.bodies().outgoing();
        while (wire.buffered() == 0) {
            body.write(BLOCK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "tls"})
    void writingEndsAtTheDeadline(String how) {
        try (ScriptedServer server = stalled(how);
                Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST)) {
            wire.beginBody("DATA");
            assertThatThrownBy(() -> writeForEver(wire))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "tls"})
    void closingDoesNotWaitForTheStalledPeer(String how) {
        try (ScriptedServer server = stalled(how)) {
            Wire wire = Wire.dial(Wires.hasty(server), Wires.TEST);
            wire.beginBody("DATA");
            assertThatThrownBy(() -> writeForEver(wire)).isInstanceOf(TimedOut.class);
            wire.close();
            assertThatThrownBy(wire::line).hasMessageContaining("closed since");
        }
    }

    @Test
    void abortFromAnotherThreadEndsTheWrite() throws Exception {
        try (ScriptedServer server = stalled("tls");
                Wire wire = Wires.dial(server)) {
            wire.beginBody("DATA");
            CompletableFuture<Void> writer = CompletableFuture.runAsync(
                    () -> assertThatThrownBy(() -> writeForEver(wire)).isInstanceOf(Aborted.class));
            wire.abort();
            writer.get();
        }
    }

    @Test
    void anInterruptEndsTheRead() throws Exception {
        try (ScriptedServer server = stalled("plain");
                Wire wire = Wires.dial(server)) {
            Thread reader = Thread.currentThread();
            CompletableFuture<Void> other = CompletableFuture.runAsync(reader::interrupt);
            assertThatThrownBy(wire::line).isInstanceOf(Aborted.class).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            other.get();
        }
    }
}
