package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Literals of every length, several in one response, in places where strings stand. */
class LongLiteralTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 200_000})
    void itComesOutAsItWentIn(int length) throws Exception {
        String octets = "0123456789".repeat(length / 10 + 1).substring(0, length);
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1] hello",
                        "C: A1 SELECT \"INBOX\"",
                        "S: A1 OK [READ-WRITE] selected",
                        "C: A2 UID FETCH 1:* (UID BODY.PEEK[1] ENVELOPE BODY.PEEK[2])",
                        "S: * 1 FETCH (BODY[1] {" + length + "}",
                        "S-: " + octets,
                        "S: " + " UID 4 ENVELOPE (NIL {" + length + "}",
                        "S-: " + octets,
                        "S:  NIL NIL NIL NIL NIL NIL NIL NIL) BODY[2] {" + (length + 1) + "}",
                        "S-: " + octets + "!",
                        "S: )",
                        "S: A2 OK done")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    List<Summary> found = new ArrayList<>();
                    imap.select("INBOX")
                            .fetch(
                                    UidSet.all(),
                                    found::add,
                                    Fetch.section(Section.part("1")),
                                    Fetch.ENVELOPE,
                                    Fetch.section(Section.part("2")));
                    Summary one = found.get(0);
                    assertThat(one.uid()).isEqualTo(4);
                    assertThat(one.section(Section.part("1")).map(String::new)).contains(octets);
                    assertThat(one.section(Section.part("2")).map(String::new)).contains(octets + "!");
                    assertThat(one.subject().map(String::strip)).isEqualTo(Optional.of(octets));
                });
    }

    @Test
    void aResponseNobodyKnowsShowsIt() throws Exception {
        String octets = "y".repeat(300);
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1] hello",
                        "C: A1 NOOP",
                        "S: * NEWS {300}",
                        "S-: " + octets,
                        "S:  end",
                        "S: A1 OK done")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    List<Event> heard = new ArrayList<>();
                    imap.listen(heard::add);
                    imap.noop();
                    assertThat(heard).containsExactly(new Event.Other("NEWS {300}\r\n" + octets + " end"));
                });
    }
}
