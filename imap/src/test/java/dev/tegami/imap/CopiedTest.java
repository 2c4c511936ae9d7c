package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which message became which, by the order of two sets (RFC 4315 section 3). */
class CopiedTest {
    @Test
    void theExampleOfTheDocument() {
        Copied copied = Copied.parse("38505 304,319:320 3956:3958");
        assertThat(copied.uidValidity()).isEqualTo(38505);
        assertThat(copied.uid(304)).hasValue(3956);
        assertThat(copied.uid(319)).hasValue(3957);
        assertThat(copied.uid(320)).hasValue(3958);
        assertThat(copied.uid(305)).isEmpty();
        assertThat(copied.uid(321)).isEmpty();
        assertThat(copied.sources()).isEqualTo(UidSet.parse("304,319:320"));
        assertThat(copied.targets()).isEqualTo(UidSet.parse("3956:3958"));
    }

    @Test
    void theOrderOfTheSetsCounts() {
        Copied copied = Copied.parse("7 9,1:3 20:21,5,30");
        assertThat(copied.uid(9)).hasValue(20);
        assertThat(copied.uid(1)).hasValue(21);
        assertThat(copied.uid(2)).hasValue(5);
        assertThat(copied.uid(3)).hasValue(30);
    }

    @Test
    void billionsTakeNoRoom() {
        Copied copied = Copied.parse("7 1:4294967295 1:4294967295");
        assertThat(copied.uid(4_000_000_000L)).hasValue(4_000_000_000L);
    }

    @Test
    void severalCommandsAreOneAnswer() {
        Copied copied = Copied.parse("7 1:2 11:12").and(Copied.UNKNOWN).and(Copied.parse("7 4 13"));
        assertThat(copied.sources()).isEqualTo(UidSet.parse("1:2,4"));
        assertThat(copied.uid(4)).hasValue(13);
        assertThat(Copied.UNKNOWN.and(copied)).isEqualTo(copied);
    }

    @Test
    void aNewEpochMakesVoidWhatWasKnown() {
        Copied later = Copied.parse("8 3 1");
        assertThat(Copied.parse("7 1:2 11:12").and(later)).isEqualTo(later);
    }

    @Test
    void moveTellsInAnUntaggedAnswer() throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1 MOVE UIDPLUS] hello",
                        "C: A1 SELECT \"INBOX\"",
                        "S: * 3 EXISTS",
                        "S: A1 OK done",
                        "C: A2 UID MOVE 4:6 \"Archive\"",
                        "S: * OK [COPYUID 7 4,6 20:21] moved",
                        "S: * 1 EXPUNGE",
                        "S: * 2 EXPUNGE",
                        "S: A2 OK done")
                .everyWay(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    Copied moved = inbox.move(UidSet.range(4, 6), "Archive");
                    assertThat(moved.uid(6)).hasValue(21);
                    assertThat(inbox.exists()).isEqualTo(1);
                });
    }

    @Test
    void withoutMoveTheCopyTells() throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1 UIDPLUS] hello",
                        "C: A1 SELECT \"INBOX\"",
                        "S: * 3 EXISTS",
                        "S: A1 OK done",
                        "C: A2 UID COPY 4:5 \"Archive\"",
                        "S: A2 OK [COPYUID 7 4:5 20:21] copied",
                        "C: A3 UID STORE 4:5 +FLAGS.SILENT (\\Deleted)",
                        "S: A3 OK done",
                        "C: A4 UID EXPUNGE 4:5",
                        "S: * 1 EXPUNGE",
                        "S: * 1 EXPUNGE",
                        "S: A4 OK done")
                .everyWay(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    assertThat(inbox.move(UidSet.range(4, 5), "Archive").uid(4)).hasValue(20);
                    assertThat(inbox.exists()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7 1",
                "7 1:3 1:2",
                "7 1:2 1:3",
                "7 x 1",
                "x 1 1",
                "7 0 1",
                "7 1 * ",
                "7 1, 1",
                "7 1 99999999999"
            })
    void nonsenseSaysNothing(String arguments) {
        assertThat(Copied.parse(arguments)).isEqualTo(Copied.UNKNOWN);
        assertThat(Copied.UNKNOWN.sources()).isEqualTo(UidSet.of());
    }
}
