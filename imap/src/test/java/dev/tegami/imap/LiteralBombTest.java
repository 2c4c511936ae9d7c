package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralBombTest {
    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "9223372036854775807", "99999999999999999999999999", "1048577"})
    void anAnnouncedSizeIsNeverAllocated(String size) throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1] hello",
                        "C: A1 NOOP",
                        "S: * 1 FETCH (BODY[] {" + size + "}")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    assertThatThrownBy(imap::noop)
                            .isInstanceOf(LimitExceeded.class)
                            .hasMessageContaining("literal");
                });
    }

    @Test
    void manySmallLiteralsMeetTheLimitOfTheReply() throws Exception {
        String[] steps = new String[300];
        steps[0] = "S: * PREAUTH [CAPABILITY IMAP4rev1] hello";
        steps[1] = "C: A1 NOOP";
        java.util.Arrays.fill(steps, 2, steps.length, "S: (BODY[] {20000}\n" + "S-: " + "x".repeat(20000));
        steps[2] = steps[2].replace("S: (", "S: * 1 FETCH (");
        Sessions.dialogue(steps).whole(wire -> {
            ImapSession imap = Sessions.over(wire);
            assertThatThrownBy(imap::noop).isInstanceOf(LimitExceeded.class);
        });
    }
}
