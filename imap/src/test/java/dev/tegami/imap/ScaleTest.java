package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Large folders, by the examples of RFC 9394, RFC 9585, RFC 9586, RFC 9738 and the draft of UIDBATCHES. */
class ScaleTest {
    @Test
    void underUidonlyThereAreUidsAlone() throws Exception {
        Dialogue.with(
                "ENABLE UIDONLY",
                imap -> {
                    assertThat(imap.enable("UIDONLY")).containsExactly("UIDONLY");
                    List<Event> heard = new ArrayList<>();
                    imap.listen(heard::add);
                    Folder inbox = imap.select("INBOX");
                    Summary message = inbox.fetch(UidSet.of(25_996), Fetch.FLAGS, Fetch.SIZE)
                            .get(0);
                    assertThat(message.uid()).isEqualTo(25_996);
                    assertThat(message.number()).isZero();
                    assertThat(message.size()).hasValue(44);
                    assertThatThrownBy(() -> inbox.fetch(SeqSet.of(1)))
                            .isInstanceOf(UnsupportedOperationException.class)
                            .hasMessageContaining("UIDONLY");
                    assertThatThrownBy(() -> inbox.addFlags(SeqSet.of(1), Flag.SEEN))
                            .isInstanceOf(UnsupportedOperationException.class);
                    imap.noop();
                    assertThat(inbox.exists()).isEqualTo(2);
                    assertThat(heard).hasSize(2);
                    assertThat(((Event.Changed) heard.get(0)).message().flags()).containsExactly(Flag.SEEN);
                },
                "C: A1 ENABLE UIDONLY",
                "S: * ENABLED UIDONLY",
                "S: A1 OK done",
                "C: A2 SELECT \"INBOX\"",
                "S: * 3 EXISTS",
                "S: A2 OK [READ-WRITE] done",
                "C: A3 UID FETCH 25996 (UID FLAGS RFC822.SIZE)",
                "S: * 25996 UIDFETCH (FLAGS () RFC822.SIZE 44)",
                "S: A3 OK done",
                "C: A4 NOOP",
                "S: * 25996 UIDFETCH (FLAGS (\\Seen))",
                "S: * VANISHED 25997",
                "S: A4 OK done");
    }

    @Test
    void commandsAreCutToWhatTheServerTakes() throws Exception {
        Dialogue.selected(
                "MESSAGELIMIT=2 UIDPLUS",
                inbox -> {
                    assertThat(inbox.fetch(UidSet.range(4, 6)))
                            .extracting(Summary::uid)
                            .containsExactly(4L, 6L);
                    inbox.addFlags(UidSet.of(4, 6, 9), Flag.SEEN);
                    assertThat(inbox.fetch(UidSet.all())).hasSize(3);
                    inbox.expunge(UidSet.of(1, 2));
                },
                "C: A2 UID FETCH 4:5 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: A2 OK done",
                "C: A3 UID FETCH 6 (UID)",
                "S: * 2 FETCH (UID 6)",
                "S: A3 OK done",
                "C: A4 UID STORE 4,6 +FLAGS.SILENT (\\Seen)",
                "S: A4 OK done",
                "C: A5 UID STORE 9 +FLAGS.SILENT (\\Seen)",
                "S: A5 OK done",
                "C: A6 UID SEARCH UID 1:*",
                "S: * SEARCH 6 9",
                "S: A6 OK [MESSAGELIMIT 2 6] more there",
                "C: A7 UID SEARCH UID 1:5 UID 1:*",
                "S: * SEARCH 4",
                "S: A7 OK done",
                "C: A8 UID FETCH 4,6 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: * 2 FETCH (UID 6)",
                "S: A8 OK done",
                "C: A9 UID FETCH 9 (UID)",
                "S: * 3 FETCH (UID 9)",
                "S: A9 OK done",
                "C: A10 UID EXPUNGE 1:2",
                "S: A10 OK done");
    }

    @Test
    void aServerThatStandsStillEndsTheSearch() throws Exception {
        Dialogue.selected(
                "MESSAGELIMIT=2",
                inbox -> assertThat(inbox.search(Search.unseen())).isEqualTo(UidSet.of(4, 6, 9)),
                "C: A2 UID SEARCH UNSEEN",
                "S: * SEARCH 6 9",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 UID SEARCH UID 1:5 UNSEEN",
                "S: * SEARCH 4",
                "S: A3 OK [MESSAGELIMIT 2 6] more there");
    }

    @Test
    void asManyMessagesAreAppendedAtOnceAsTheServerTakes() throws Exception {
        NewMessage one = NewMessage.of(Message.parse("a: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Dialogue.with(
                "MULTIAPPEND LITERAL+ MESSAGELIMIT=2",
                imap -> assertThat(imap.append("INBOX", one, one, one))
                        .extracting(Appended::uids)
                        .containsExactly(UidSet.of(4), UidSet.of(5), UidSet.of(6)),
                "C: A1 APPEND \"INBOX\" {8+}",
                "C: a: b",
                "C: ",
                "C:  {8+}",
                "C: a: b",
                "C: ",
                "C: ",
                "S: A1 OK [APPENDUID 1 4:5] done",
                "C: A2 APPEND \"INBOX\" {8+}",
                "C: a: b",
                "C: ",
                "C: ",
                "S: A2 OK [APPENDUID 1 6] done");
    }

    @Test
    void aResultThatTheServerDoesNotKeepTravels() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH SAVELIMIT=2",
                inbox -> assertThat(inbox.where(Search.unseen()).fetch()).hasSize(1),
                "C: A2 UID SEARCH RETURN (ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A2\") UID ALL 4",
                "S: A2 OK done",
                "C: A3 UID FETCH 4 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: A3 OK done");
    }

    @Test
    void aFolderIsDividedIntoBatches() throws Exception {
        Dialogue.selected(
                "UIDBATCHES",
                inbox -> {
                    assertThat(inbox.batches(2_000))
                            .containsExactly(UidSet.range(99_696, 215_295), UidSet.range(20_351, 99_695), UidSet.of(7));
                    assertThat(inbox.batches(500)).isEmpty();
                },
                "C: A2 UIDBATCHES 2000",
                "S: * UIDBATCHES (TAG \"A2\") 215295:99696,99695:20351,7",
                "S: A2 OK done",
                "C: A3 UIDBATCHES 500",
                "S: * UIDBATCHES (TAG \"A3\")",
                "S: A3 OK done");
        Dialogue.selected(
                "ESEARCH",
                inbox -> {
                    assertThat(inbox.batches(500))
                            .containsExactly(
                                    UidSet.parse("1002:1101"), UidSet.parse("502:1001"), UidSet.parse("1:400,402:501"));
                    assertThatIllegalArgumentException().isThrownBy(() -> inbox.batches(499));
                },
                "C: A2 UID SEARCH RETURN (ALL) ALL",
                "S: * ESEARCH (TAG \"A2\") UID ALL 1:400,402:1101",
                "S: A2 OK done");
    }

    @Test
    void theNewestMessagesComeInOneCommand() throws Exception {
        Dialogue.selected(
                "PARTIAL",
                inbox -> assertThat(inbox.newest(2, Fetch.FLAGS))
                        .extracting(Summary::uid)
                        .containsExactly(9L, 6L),
                "C: A2 UID FETCH 1:* (UID FLAGS) (PARTIAL -1:-2)",
                "S: * 2 FETCH (UID 6 FLAGS ())",
                "S: * 3 FETCH (UID 9 FLAGS ())",
                "S: A2 OK done");
        Dialogue.selected(
                "",
                inbox -> assertThat(inbox.newest(2)).extracting(Summary::uid).containsExactly(9L, 6L),
                "C: A2 UID SEARCH ALL",
                "S: * SEARCH 4 6 9",
                "S: A2 OK done",
                "C: A3 UID FETCH 6,9 (UID)",
                "S: * 2 FETCH (UID 6)",
                "S: * 3 FETCH (UID 9)",
                "S: A3 OK done");
    }

    @Test
    void theServerTellsHowFarItIs() throws Exception {
        Dialogue.with(
                "INPROGRESS",
                imap -> {
                    List<Event> heard = new ArrayList<>();
                    imap.listen(heard::add);
                    imap.select("INBOX").search(Search.all());
                    assertThat(heard)
                            .containsExactly(
                                    new Event.InProgress(OptionalLong.empty(), OptionalLong.empty(), "Still here"),
                                    new Event.InProgress(OptionalLong.of(454), OptionalLong.of(1000), "45%"),
                                    new Event.InProgress(OptionalLong.of(500), OptionalLong.empty(), "on"));
                },
                "C: A1 SELECT \"INBOX\"",
                "S: * OK [INPROGRESS] Still here",
                "S: A1 OK done",
                "C: A2 UID SEARCH ALL",
                "S: * OK [INPROGRESS (\"A2\" 454 1000)] 45%",
                "S: * OK [INPROGRESS (\"A2\" 500 NIL)] on",
                "S: * SEARCH 4",
                "S: A2 OK done");
    }
}
