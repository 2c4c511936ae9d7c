package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.Receive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LyingListTest {
    @Test
    void nonsenseIsPassedOverAndTheFirstClaimCounts() throws Exception {
        Sessions.dialogue(
                        "PIPELINING",
                        "C: LIST",
                        "C: UIDL",
                        "S: +OK 99999999999 messages",
                        "S: 3 30 and more",
                        "S: 1 10",
                        "S: 1 11",
                        "S: 0 5",
                        "S: -2 5",
                        "S: 4 -5",
                        "S: 99999999999999999999 1",
                        "S: 5 99999999999999999999999",
                        "S: x y",
                        "S: 7",
                        "S: ",
                        "S: .",
                        "S: +OK",
                        "S: 1 uid-1",
                        "S: 1 uid-2",
                        "S: 3 has space",
                        "S: 9 stranger",
                        "S: .")
                .whole(wire -> assertThat(Sessions.over(wire).entries())
                        .containsExactly(new Entry(1, 10, Optional.of("uid-1")), new Entry(3, 30, Optional.empty())));
    }

    @Test
    void aSizeIsNoPromise() throws Exception {
        for (long announced : List.of(0L, 1L, 5_000_000_000_000L)) {
            Sessions.dialogue("TOP", "C: RETR 1", "S: +OK 999999999999 octets", "S: A: b", "S: ", "S: body", "S: .")
                    .whole(wire -> assertThat(Sessions.over(wire)
                                    .retrieve(new Entry(1, announced, Optional.empty()), Receive.bytes(100)))
                            .hasSize(14));
        }
    }

    @Test
    void aStatWithoutNumbersIsNamed() throws Exception {
        for (String text : List.of("", "many", "1", "-1 5", "1 x", "99999999999999999999 1")) {
            Sessions.dialogue("TOP", "C: STAT", "S: +OK " + text).whole(wire -> {
                Pop3Session session = Sessions.over(wire);
                assertThatThrownBy(session::stat).isInstanceOf(ProtocolViolation.class);
            });
        }
        Sessions.dialogue("TOP", "C: STAT", "S: +OK 2 320 extra")
                .whole(wire -> assertThat(Sessions.over(wire).stat()).isEqualTo(new Drop(2, 320)));
    }

    @Test
    void aListThatIsNoListIsNamed() throws Exception {
        Sessions.dialogue("TOP", "C: LIST", "S: OK then").whole(wire -> {
            Pop3Session session = Sessions.over(wire);
            assertThatThrownBy(session::entries)
                    .isInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining("OK then");
        });
    }
}
