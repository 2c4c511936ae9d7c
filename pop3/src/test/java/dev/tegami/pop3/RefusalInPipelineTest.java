package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Receive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalInPipelineTest {
    private static final List<Entry> THREE = List.of(entry(1), entry(2), entry(3));
    private static final String[] DIALOGUE = {
        "C: RETR 1",
        "C: RETR 2",
        "C: RETR 3",
        "S: +OK",
        "S: one",
        "S: .",
        "S: -ERR [SYS/TEMP] not now",
        "S: +OK",
        "S: three",
        "S: .",
        "C: NOOP",
        "S: +OK"
    };

    private static Entry entry(int number) {
        return new Entry(number, 5, Optional.empty());
    }

    @Test
    void theOthersArrive() throws Exception {
        Sessions.dialogue("PIPELINING", DIALOGUE).everyWay(wire -> {
            List<String> arrived = new ArrayList<>();
            Pop3Session session = Sessions.over(wire);
            session.retrieve(
                    THREE,
                    entry -> Receive.bytes(100),
                    arrival -> arrived.add(arrival.value()
                            .map(octets -> new String(octets, US_ASCII).strip())
                            .orElseGet(() -> arrival.refusal()
                                    .orElseThrow()
                                    .code()
                                    .orElseThrow()
                                    .name())));
            session.noop();
            assertThat(arrived).containsExactly("one", "SYS/TEMP", "three");
        });
    }

    @Test
    void aRefusedMessageIsTransientAndNamesItsCommand() throws Exception {
        Sessions.dialogue("TOP", "C: RETR 2", "S: -ERR [SYS/TEMP/DISK] later").whole(wire -> {
            Pop3Session session = Sessions.over(wire);
            assertThatThrownBy(() -> session.message(entry(2))).isInstanceOfSatisfying(Pop3Refused.class, e -> {
                assertThat(e.isTransient()).isTrue();
                assertThat(e.during()).isEqualTo("RETR 2");
                assertThat(e.serverText()).isEqualTo("later");
            });
        });
    }

    @Test
    void aReceiverThatFailsEndsThePipelineAndTheConnection() throws Exception {
        Sessions.dialogue("PIPELINING", "C: RETR 1", "C: RETR 2", "C: RETR 3", "S: +OK", "S: one", "S: .")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    assertThatThrownBy(() -> session.retrieve(
                                    THREE,
                                    entry -> announced -> {
                                        throw new IOException("disk full");
                                    },
                                    arrival -> {}))
                            .hasMessage("disk full");
                    assertThatThrownBy(session::noop).isInstanceOf(ConnectionLost.class);
                });
    }

    @Test
    void aReceiverThatFailsAloneLeavesTheSessionAlive() throws Exception {
        Sessions.dialogue("TOP", "C: NOOP", "S: +OK").whole(wire -> {
            Pop3Session session = Sessions.over(wire);
            assertThatThrownBy(() -> session.retrieve(entry(1), announced -> {
                        throw new IOException("disk full");
                    }))
                    .hasMessage("disk full");
            session.noop();
        });
    }

    @Test
    void withoutPipeliningCommandsWaitForTheirAnswers() throws Exception {
        Sessions.dialogue(
                        "TOP",
                        "C: DELE 1",
                        "S: +OK",
                        "C: DELE 2",
                        "S: -ERR gone",
                        "C: DELE 3",
                        "S: +OK",
                        "C: QUIT",
                        "S: +OK")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    assertThat(session.delete(THREE)).hasSize(1);
                    session.commit();
                });
    }
}
