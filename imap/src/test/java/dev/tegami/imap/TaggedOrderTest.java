package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.Replay;
import org.junit.jupiter.api.Test;

/** Commands that are under way side by side end in whatever order the server likes (RFC 9051 section 5.5). */
class TaggedOrderTest {
    private static final String[] BEGIN = {
        "S: * PREAUTH [CAPABILITY IMAP4rev1] hello",
        "C: A1 SELECT \"INBOX\"",
        "S: * 1 EXISTS",
        "S: A1 OK done",
        "C: A2 UID FETCH 7 (UID BODYSTRUCTURE)",
        "S: * 1 FETCH (UID 7 BODYSTRUCTURE ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1)"
                + "(\"application\" \"x\" (\"name\" \"a\") NIL NIL \"7bit\" 25) \"mixed\"))",
        "S: A2 OK done",
        "C: A3 UID FETCH 7 (UID BODY.PEEK[2.MIME] BODY.PEEK[2]<0.11>)",
        "C: A4 UID FETCH 7 (UID BODY.PEEK[2]<11.11>)",
        "C: A5 UID FETCH 7 (UID BODY.PEEK[2]<22.11>)"
    };

    private static Replay replay(String... answers) {
        String[] lines = java.util.Arrays.copyOf(BEGIN, BEGIN.length + answers.length);
        System.arraycopy(answers, 0, lines, BEGIN.length, answers.length);
        return Sessions.dialogue(lines)
                .options(options -> options.limits(WireLimits.defaults().literal(20)));
    }

    @Test
    void windowsFallIntoTheirPlaces() throws Exception {
        replay(
                        "S: * 1 FETCH (UID 7 BODY[2]<22> \"wxy\")",
                        "S: A5 OK done",
                        "S: * 1 FETCH (UID 7 BODY[2]<11> \"lmnopqrstuv\")",
                        "S: A4 OK done",
                        "S: * 1 FETCH (UID 7 BODY[2.MIME] \"\" BODY[2]<0> \"abcdefghijk\")",
                        "S: A3 OK done")
                .everyWay(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    PartView part = inbox.view(7).orElseThrow().attachment("a").orElseThrow();
                    assertThat(part.bytes(100)).asString().isEqualTo("abcdefghijklmnopqrstuvwxy");
                });
    }

    @Test
    void anEndThatWasThereBeforeIsNone() throws Exception {
        replay("S: A5 OK done", "S: A5 OK done").whole(wire -> {
            Folder inbox = Sessions.over(wire).select("INBOX");
            PartView part = inbox.view(7).orElseThrow().attachment("a").orElseThrow();
            assertThatThrownBy(() -> part.bytes(100)).isInstanceOf(ProtocolViolation.class);
        });
    }

    @Test
    void anOverflowOfNotifyIsHeardOf() throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1 NOTIFY] hello",
                        "C: A1 NOOP",
                        "S: * OK [NOTIFICATIONOVERFLOW] too much",
                        "S: A1 OK done")
                .everyWay(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    java.util.List<Event> heard = new java.util.ArrayList<>();
                    imap.listen(heard::add);
                    imap.noop();
                    assertThat(heard).containsExactly(new Event.NotifyEnded("too much"));
                });
    }
}
