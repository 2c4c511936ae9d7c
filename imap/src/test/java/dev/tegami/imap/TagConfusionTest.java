package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagConfusionTest {
    private static final String HELLO = "S: * PREAUTH [CAPABILITY IMAP4rev1] hello";

    @ParameterizedTest
    @ValueSource(strings = {"A2 OK done", "a1 OK done", "B1 NO nothing", "+ go on"})
    void anAnswerToNoCommandEndsTheSession(String answer) throws Exception {
        Sessions.dialogue(HELLO, "C: A1 NOOP", "S: " + answer).whole(wire -> {
            ImapSession imap = Sessions.over(wire);
            assertThatThrownBy(imap::noop).isInstanceOf(ProtocolViolation.class);
        });
    }

    @Test
    void aRefusedLiteralIsNotSent() throws Exception {
        Sessions.dialogue(
                        HELLO,
                        "C: A1 UID SEARCH CHARSET UTF-8 SUBJECT {6}",
                        "S: A1 BAD no",
                        "C: A2 NOOP",
                        "S: A2 OK done")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    imap.conversation().listener(event -> {});
                    assertThatThrownBy(() -> imap.run(new dev.tegami.imap.internal.command.SearchCommand(
                                    Search.subject("日本").words(), false)))
                            .isInstanceOf(ImapRefused.class);
                    imap.noop();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"* 1 EXISTS", "A1 OK hello", "+ hello", "hello", "* 1 FETCH (UID 1)"})
    void dataBeforeTheGreetingEndsTheSession(String first) throws Exception {
        Sessions.dialogue("S: " + first)
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(ProtocolViolation.class));
    }

    @Test
    void aMalformedResponseCostsOnlyItself() throws Exception {
        List<Event> heard = new ArrayList<>();
        Sessions.dialogue(
                        HELLO,
                        "C: A1 NOOP",
                        "S: * LIST (\\Broken",
                        "S: * 5 EXISTS",
                        "S: * 99999999999999999999999 EXISTS",
                        "S: * XYZZY 1 2 3",
                        "S: A1 OK done",
                        "C: A2 NOOP",
                        "S: A2 OK done")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    imap.listen(heard::add);
                    imap.noop();
                    imap.noop();
                });
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0)).isInstanceOf(Event.Malformed.class);
        assertThat(heard.get(1)).isEqualTo(new Event.Exists(5));
        assertThat(heard.get(2)).isInstanceOf(Event.Malformed.class);
        assertThat(heard.get(3)).isEqualTo(new Event.Other("XYZZY 1 2 3"));
    }
}
