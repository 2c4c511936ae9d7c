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

/** Large folders, by the examples of RFC 9394, RFC 9585, RFC 9586 and RFC 10022. */
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
    void aFolderIsDividedIntoBatches() throws Exception {
        Dialogue.selected(
                "UIDBATCHES",
                inbox -> {
                    assertThat(inbox.batches(2_000))
                            .containsExactly(
                                    UidSet.range(99_696, 215_295),
                                    UidSet.range(20_351, 99_695),
                                    UidSet.range(7, 20_350));
                    assertThat(inbox.batches(500)).isEmpty();
                    assertThat(inbox.batches(500)).isEmpty();
                },
                "C: A2 UIDBATCHES 2000",
                "S: * UIDBATCHES (TAG \"A2\") 215295:99696,99695:20351,20350:7",
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
    void batchesAreNotAskedForAgainBeforeMuchChanged() throws Exception {
        Dialogue.selected(
                "UIDBATCHES MESSAGELIMIT=1000",
                inbox -> {
                    assertThat(inbox.batches(2_000)).containsExactly(UidSet.range(1, 9));
                    inbox.session.noop();
                    assertThat(inbox.batches(1_000)).containsExactly(UidSet.parse("10:*"), UidSet.range(1, 9));
                    inbox.session.noop();
                    assertThat(inbox.batches(1_000)).containsExactly(UidSet.range(1, 600));
                    assertThat(inbox.batches(600)).containsExactly(UidSet.range(1, 2));
                },
                "C: A2 UIDBATCHES 1000",
                "S: * UIDBATCHES (TAG \"A2\") 9:1",
                "S: A2 OK done",
                "C: A3 NOOP",
                "S: * 4 EXISTS",
                "S: A3 OK done",
                "C: A4 NOOP",
                "S: * 504 EXISTS",
                "S: A4 OK done",
                "C: A5 UIDBATCHES 1000",
                "S: * UIDBATCHES (TAG \"A5\") 600:1",
                "S: A5 OK done",
                "C: A6 UIDBATCHES 600",
                "S: A6 NO [LIMIT] so soon",
                "C: A7 UID SEARCH ALL",
                "S: * SEARCH 1 2",
                "S: A7 OK done");
    }

    @Test
    void batchesOfLargeFoldersComeInRangesWithoutGaps() throws Exception {
        Dialogue.with(
                "UIDBATCHES",
                imap -> assertThat(imap.select("INBOX").batches(50_000))
                        .containsExactly(
                                UidSet.range(150_001, 200_000),
                                UidSet.range(100_001, 150_000),
                                UidSet.range(50_000, 100_000)),
                "C: A1 SELECT \"INBOX\"",
                "S: * 149990 EXISTS",
                "S: A1 OK [READ-WRITE] done",
                "C: A2 UIDBATCHES 50000 1:2",
                "S: * UIDBATCHES (TAG \"A2\") 200000:150001,150000:100001",
                "S: A2 OK done",
                "C: A3 UIDBATCHES 50000 3:4",
                "S: * UIDBATCHES (TAG \"A3\") 99990:50000",
                "S: A3 OK done");
    }

    /** The batches behind have moved up then, and whoever asked on would miss those of the lowest. */
    @Test
    void batchesOfALargeFolderFromWhichMessagesGoMeanwhileAreThoseOfASearch() throws Exception {
        Dialogue.with(
                "UIDBATCHES",
                imap -> assertThat(imap.select("INBOX").batches(50_000)).containsExactly(UidSet.range(1, 2)),
                "C: A1 SELECT \"INBOX\"",
                "S: * 149990 EXISTS",
                "S: A1 OK [READ-WRITE] done",
                "C: A2 UIDBATCHES 50000 1:2",
                "S: * VANISHED 150001:200000",
                "S: * UIDBATCHES (TAG \"A2\") 200000:150001,150000:100001",
                "S: A2 OK done",
                "C: A3 UID SEARCH ALL",
                "S: * SEARCH 1 2",
                "S: A3 OK done");
    }

    @Test
    void aServerThatTellsBatchesWithoutEndIsAskedForThoseOfTheFolderOnly() throws Exception {
        Dialogue.with(
                "UIDBATCHES",
                imap -> assertThat(imap.select("INBOX").batches(50_000)).hasSize(4),
                "C: A1 SELECT \"INBOX\"",
                "S: * 149990 EXISTS",
                "S: A1 OK [READ-WRITE] done",
                "C: A2 UIDBATCHES 50000 1:2",
                "S: * UIDBATCHES (TAG \"A2\") 200000:150001,150000:100001",
                "S: A2 OK done",
                "C: A3 UIDBATCHES 50000 3:4",
                "S: * UIDBATCHES (TAG \"A3\") 99990:50000,49999:40000",
                "S: A3 OK done");
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

    @Test
    void asManyMessagesAreAppendedAtOnceAsTheServerTakes() throws Exception {
        NewMessage one = NewMessage.of(Message.parse("a: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Dialogue.with(
                "MULTIAPPEND LITERAL+ SAVELIMIT=2 MESSAGELIMIT=3",
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
    void noMoreMessagesAreCopiedAtOnceThanTheServerTakes() throws Exception {
        Dialogue.selected(
                "SAVELIMIT=2 MOVE SEARCHRES ESEARCH",
                inbox -> {
                    assertThat(inbox.copy(UidSet.of(4, 6, 9), "Other").uid(9)).hasValue(103);
                    inbox.move(UidSet.of(4, 6, 9), "Other");
                    inbox.where(Search.unseen()).addFlags(Flag.SEEN);
                },
                "C: A2 UID COPY 4,6 \"Other\"",
                "S: A2 OK [COPYUID 1 4,6 101:102] done",
                "C: A3 UID COPY 9 \"Other\"",
                "S: A3 OK [COPYUID 1 9 103] done",
                "C: A4 UID MOVE 4,6,9 \"Other\"",
                "S: A4 OK done",
                "C: A5 UID SEARCH RETURN (SAVE) UNSEEN",
                "S: A5 OK done",
                "C: A6 UID STORE $ +FLAGS.SILENT (\\Seen)",
                "S: A6 OK done");
    }
}
