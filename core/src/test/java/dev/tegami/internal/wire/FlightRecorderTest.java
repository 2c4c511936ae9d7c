package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tegami.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FlightRecorderTest {
    private static void session(ScriptedServer server) {
        try (Wire wire = Wires.dial(server)) {
            wire.line();
            wire.begin("NOOP", Wires.LONG);
            wire.text("NOOP").crlf().flush();
            assertThat(wire.line().text()).isEqualTo("250 ok");
        }
    }

    @Test
    void connectionsAndCommandsAreRecorded(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = ScriptedServer.implicitTls(
                        talk -> talk.send("220 hello").expect("NOOP").send("250 ok"));
                Recording recording = new Recording()) {
            recording.enable("dev.tegami.Connection").withThreshold(Duration.ZERO);
            recording.enable("dev.tegami.Command").withThreshold(Duration.ZERO);
            recording.start();
            session(server);
            recording.stop();
            recording.dump(directory.resolve("r.jfr"));
            List<RecordedEvent> events = RecordingFile.readAllEvents(directory.resolve("r.jfr"));
            assertThat(events)
                    .filteredOn(e -> e.getEventType().getName().equals("dev.tegami.Connection"))
                    .singleElement()
                    .satisfies(e -> {
                        assertThat(e.getString("server")).isEqualTo(server.at().toString());
                        assertThat(e.getString("tls")).startsWith("TLSv1.3");
                        assertThat(e.getString("end")).isEqualTo("closed");
                        assertThat(e.getLong("sent")).isEqualTo(6);
                        assertThat(e.getLong("received")).isEqualTo(19);
                    });
            assertThat(events)
                    .filteredOn(e -> e.getEventType().getName().equals("dev.tegami.Command"))
                    .filteredOn(e -> e.getString("command").equals("NOOP"))
                    .singleElement()
                    .satisfies(e -> {
                        assertThat(e.getLong("sent")).isEqualTo(6);
                        assertThat(e.getLong("received")).isEqualTo(8);
                        assertThat(e.getDuration("waited")).isPositive();
                    });
        }
    }

    @Test
    void aThousandSessionsOnVirtualThreadsPinNoCarrier(@TempDir Path directory) throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "virtual threads without pinning by monitors need Java 24");
        try (ScriptedServer plain = ScriptedServer.plain(
                        talk -> talk.send("220 hello").expect("NOOP").send("250 ok"));
                ScriptedServer tls = ScriptedServer.implicitTls(
                        talk -> talk.send("220 hello").expect("NOOP").send("250 ok"));
                Recording recording = new Recording()) {
            ExecutorService sessions = Executors.newCachedThreadPool(virtualThreads());
            sessions.submit(() -> session(plain)).get(); // loading a class pins, once
            sessions.submit(() -> session(tls)).get();
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                ScriptedServer server = i % 10 == 0 ? tls : plain;
                all.add(sessions.submit(() -> session(server)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            sessions.shutdown();
            recording.stop();
            recording.dump(directory.resolve("r.jfr"));
            assertThat(RecordingFile.readAllEvents(directory.resolve("r.jfr")))
                    .filteredOn(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                    .filteredOn(event -> isOurs(event.getStackTrace()))
                    .isEmpty();
        }
    }

    private static boolean isOurs(@Nullable RecordedStackTrace trace) {
        return trace == null
                || trace.getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(name -> name.startsWith("dev.tegami.internal.") && !name.contains("Test"));
    }

    /** {@code Thread.ofVirtual().factory()}, which Java 17 does not know. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
