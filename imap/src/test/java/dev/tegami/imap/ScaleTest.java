package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Large folders, by the examples of RFC 9394, RFC 9585, RFC 9586, RFC 9738 and RFC 10022. */
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
    void aServerThatStandsStillIsNoReasonToTellLessThanAll() throws Exception {
        Dialogue.selected(
                "MESSAGELIMIT=2",
                inbox -> assertThat(limit(() -> inbox.search(Search.unseen()))).isEqualTo("MESSAGELIMIT"),
                "C: A2 UID SEARCH UNSEEN",
                "S: * SEARCH 6 9",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 UID SEARCH UID 1:5 UNSEEN",
                "S: * SEARCH 4",
                "S: A3 OK [MESSAGELIMIT 2 6] more there");
        Dialogue.selected(
                "MESSAGELIMIT=2",
                inbox -> assertThat(limit(() -> inbox.search(Search.unseen()))).isEqualTo("MESSAGELIMIT"),
                "C: A2 UID SEARCH UNSEEN",
                "S: * SEARCH 6 9",
                "S: A2 OK [MESSAGELIMIT 2] more there");
    }

    /** The limit that something meets; where the connection breaks first, that goes on. */
    private static String limit(Runnable something) {
        try {
            something.run();
        } catch (LimitExceeded e) {
            return e.limit();
        }
        throw new AssertionError("no limit");
    }

    @Test
    void theLimitMayBeToldBesideAnotherCode() throws Exception {
        Dialogue.selected(
                "MESSAGELIMIT=2 ESEARCH",
                inbox -> assertThat(inbox.tally(Search.unseen()))
                        .isEqualTo(new Tally(3, OptionalLong.of(4), OptionalLong.of(9))),
                "C: A2 UID SEARCH RETURN (ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A2\") UID ALL 6,9",
                "S: * NO [MESSAGELIMIT 2 6] more there",
                "S: A2 OK [EXPUNGEISSUED] some are gone",
                "C: A3 UID SEARCH RETURN (ALL) UID 1:5 UNSEEN",
                "S: * ESEARCH (TAG \"A3\") UID ALL 4",
                "S: A3 OK done");
    }

    @Test
    void sequenceNumbersAreCutToo() throws Exception {
        Dialogue.selected(
                "MESSAGELIMIT=2",
                inbox -> {
                    assertThat(inbox.fetch(SeqSet.all())).hasSize(3);
                    inbox.addFlags(SeqSet.parse("1,3:*"), Flag.SEEN);
                    assertThatIllegalArgumentException().isThrownBy(() -> inbox.copy(SeqSet.all(), "Other"));
                },
                "C: A2 FETCH 1:2 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: * 2 FETCH (UID 6)",
                "S: A2 OK done",
                "C: A3 FETCH 3 (UID)",
                "S: * 3 FETCH (UID 9)",
                "S: A3 OK done",
                "C: A4 STORE 1,3 +FLAGS.SILENT (\\Seen)",
                "S: A4 OK done");
    }

    @Test
    void whatTheServerDoesNotSortIsSortedHere() throws Exception {
        String envelope = "(NIL \"%s\" ((%s NIL \"%s\" \"example.test\")) NIL NIL NIL NIL NIL NIL NIL)";
        String[] rest = {
            "C: A3 UID SEARCH ALL",
            "S: * SEARCH 6 9",
            "S: A3 OK [MESSAGELIMIT 2 6] more there",
            "C: A4 UID SEARCH UID 1:5 ALL",
            "S: * SEARCH 4",
            "S: A4 OK done",
            "C: A5 UID FETCH 4,6 (UID ENVELOPE RFC822.SIZE)",
            "S: * 1 FETCH (UID 4 RFC822.SIZE 8 ENVELOPE " + envelope.formatted("Re: \u00e9tude", "NIL", "bob") + ")",
            "S: * 2 FETCH (UID 6 RFC822.SIZE 9 ENVELOPE " + envelope.formatted("zeal", "\"Ada\"", "zoe") + ")",
            "S: A5 OK done",
            "C: A6 UID FETCH 9 (UID ENVELOPE RFC822.SIZE)",
            "S: * 3 FETCH (UID 9 RFC822.SIZE 9 ENVELOPE " + envelope.formatted("Fwd: \u00c9TUDE", "NIL", "cy") + ")",
            "S: A6 OK done"
        };
        Dialogue.selected(
                "SORT MESSAGELIMIT=2",
                inbox -> assertThat(inbox.sort(Search.all(), Sort.SUBJECT.reversed(), Sort.SIZE.reversed()))
                        .containsExactly(6, 9, 4),
                Stream.concat(
                                Stream.of(
                                        "C: A2 UID SORT (REVERSE SUBJECT REVERSE SIZE) UTF-8 ALL",
                                        "S: A2 NO [MESSAGELIMIT 2] too many"),
                                Stream.of(rest))
                        .toArray(String[]::new));
        Dialogue.selected(
                "SORT ESORT SORT=DISPLAY SEARCH=FUZZY MESSAGELIMIT=2",
                inbox -> {
                    assertThat(inbox.sort(Search.all(), Sort.DISPLAY_FROM, Sort.SIZE))
                            .containsExactly(6, 4, 9);
                    assertThat(limit(() -> inbox.sort(Search.all(), Sort.RELEVANCY)))
                            .isEqualTo("MESSAGELIMIT");
                },
                Stream.of(
                                Stream.of(
                                        "C: A2 UID SORT RETURN (ALL) (DISPLAYFROM SIZE) UTF-8 ALL",
                                        "S: * ESEARCH (TAG \"A2\") UID ALL 9,6",
                                        "S: A2 OK [MESSAGELIMIT 2 6] more there"),
                                Stream.of(rest),
                                Stream.of(
                                        "C: A7 UID SORT RETURN (ALL) (RELEVANCY) UTF-8 ALL",
                                        "S: A7 NO [MESSAGELIMIT 2] too many",
                                        "C: A8 UID SEARCH ALL",
                                        "S: * SEARCH 4 6 9",
                                        "S: A8 OK done"))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
    }

    @Test
    void aSortThatTheServerDoesAllTheSameIsTaken() throws Exception {
        Dialogue.selected(
                "SORT MESSAGELIMIT=2",
                inbox -> assertThat(inbox.page(Search.all())
                                .sort(Sort.DATE)
                                .range(0, 0)
                                .fetch()
                                .uids())
                        .containsExactly(9L),
                "C: A2 UID SORT (DATE) UTF-8 ALL",
                "S: * SORT 9 4 6",
                "S: A2 OK done",
                "C: A3 UID FETCH 9 (UID)",
                "S: * 3 FETCH (UID 9)",
                "S: A3 OK done");
    }

    @Test
    void conversationsOfMoreMessagesThanTheServerTakesAreFoundHere() throws Exception {
        Dialogue.selected(
                "THREAD=ORDEREDSUBJECT THREAD=REFS MESSAGELIMIT=2",
                inbox -> {
                    assertThat(inbox.threads(Search.unseen(), MessageThread.Algorithm.ORDEREDSUBJECT))
                            .map(thread -> thread.all().boxed().toList())
                            .containsExactly(List.of(4L, 6L));
                    assertThat(limit(() -> inbox.threads(Search.all(), MessageThread.Algorithm.REFS)))
                            .isEqualTo("MESSAGELIMIT");
                },
                "C: A2 UID SEARCH UNSEEN",
                "S: * SEARCH 4 6",
                "S: A2 OK done",
                "C: A3 UID FETCH 4,6 (UID ENVELOPE INTERNALDATE)",
                "S: * 1 FETCH (UID 4 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\""
                        + " ENVELOPE (NIL \"a\" NIL NIL NIL NIL NIL NIL NIL NIL))",
                "S: * 2 FETCH (UID 6 INTERNALDATE \"02-Jan-2026 00:00:00 +0000\""
                        + " ENVELOPE (NIL \"Re: a\" NIL NIL NIL NIL NIL NIL NIL NIL))",
                "S: A3 OK done");
    }

    @Test
    void aPageIsNoneOfWhatTheServerHappenedToLookAt() throws Exception {
        Dialogue.selected(
                "PARTIAL SEARCHRES ESEARCH MESSAGELIMIT=2",
                inbox -> {
                    assertThat(inbox.page(Search.all()).range(0, 0).fetch().uids())
                            .containsExactly(4L);
                    assertThat(inbox.newest(3)).hasSize(3);
                },
                "C: A2 UID SEARCH RETURN (ALL) ALL",
                "S: * ESEARCH (TAG \"A2\") UID ALL 6,9",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 UID SEARCH RETURN (ALL) UID 1:5 ALL",
                "S: * ESEARCH (TAG \"A3\") UID ALL 4",
                "S: A3 OK done",
                "C: A4 UID FETCH 4 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: A4 OK done",
                "C: A5 UID SEARCH RETURN (ALL) ALL",
                "S: * ESEARCH (TAG \"A5\") UID ALL 4,6,9",
                "S: A5 OK done",
                "C: A6 UID FETCH 4,6 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: * 2 FETCH (UID 6)",
                "S: A6 OK done",
                "C: A7 UID FETCH 9 (UID)",
                "S: * 3 FETCH (UID 9)",
                "S: A7 OK done");
    }

    @Test
    void aResultThatWasKeptInPartIsNotUsed() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH MESSAGELIMIT=3",
                inbox -> inbox.where(Search.unseen()).addFlags(Flag.SEEN),
                "C: A2 UID SEARCH RETURN (SAVE) UNSEEN",
                "S: * 4 EXISTS",
                "S: A2 OK [MESSAGELIMIT 3 6] more there",
                "C: A3 UID SEARCH RETURN (ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A3\") UID ALL 6,9",
                "S: A3 OK [MESSAGELIMIT 3 6] more there",
                "C: A4 UID SEARCH RETURN (ALL) UID 1:5 UNSEEN",
                "S: * ESEARCH (TAG \"A4\") UID ALL 4",
                "S: A4 OK done",
                "C: A5 UID STORE 4,6,9 +FLAGS.SILENT (\\Seen)",
                "S: A5 OK done");
    }

    @Test
    void scoresOfAllMessagesComeInParts() throws Exception {
        Dialogue.selected(
                "SEARCH=FUZZY MESSAGELIMIT=2",
                inbox -> assertThat(inbox.relevance(Search.all()))
                        .containsExactly(new Relevance(4, 7), new Relevance(6, 4), new Relevance(9, 99)),
                "C: A2 UID SEARCH RETURN (ALL RELEVANCY) ALL",
                "S: * ESEARCH (TAG \"A2\") UID ALL 6,9 RELEVANCY (4 99)",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 UID SEARCH RETURN (ALL RELEVANCY) UID 1:5 ALL",
                "S: * ESEARCH (TAG \"A3\") UID ALL 4 RELEVANCY (7)",
                "S: A3 OK done");
    }

    @Test
    void whatTheServerWouldFollowInPartOnlyIsNotFollowed() throws Exception {
        Dialogue.selected(
                "CONTEXT=SEARCH MESSAGELIMIT=2 MULTISEARCH",
                inbox -> {
                    assertThat(limit(() -> inbox.follow(Search.unseen()))).isEqualTo("MESSAGELIMIT");
                    assertThat(limit(() -> inbox.session.search(SearchScope.personal(), Search.unseen())))
                            .isEqualTo("MESSAGELIMIT");
                },
                "C: A2 UID SEARCH RETURN (UPDATE ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A2\") UID ALL 6,9",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 CANCELUPDATE \"A2\"",
                "S: A3 OK done",
                "C: A4 ESEARCH IN (personal) RETURN (ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A4\" MAILBOX INBOX UIDVALIDITY 1) UID ALL 6,9",
                "S: A4 OK [MESSAGELIMIT 2] more there");
    }

    @Test
    void aSyncGoesOnWhereTheServerStopped() throws Exception {
        Dialogue.with(
                "MESSAGELIMIT=2",
                imap -> {
                    Sync sync = imap.select("INBOX").sync(FolderState.empty());
                    assertThat(sync.state().uids()).isEqualTo(UidSet.of(4, 6, 9));
                },
                "C: A1 SELECT \"INBOX\"",
                "S: * 3 EXISTS",
                "S: * OK [UIDVALIDITY 7] epoch",
                "S: A1 OK [READ-WRITE] done",
                "C: A2 UID FETCH 1:* (UID FLAGS)",
                "S: * 3 FETCH (UID 9 FLAGS ())",
                "S: * 2 FETCH (UID 6 FLAGS ())",
                "S: A2 OK [MESSAGELIMIT 2 6] more there",
                "C: A3 UID FETCH 1:5 (UID FLAGS)",
                "S: * 1 FETCH (UID 4 FLAGS ())",
                "S: A3 OK done");
    }

    @Test
    void aSyncOfChangesGoesOnWhereTheServerStopped() throws Exception {
        FolderState[] first = {FolderState.empty()};
        String[] select = {
            "C: A1 SELECT \"INBOX\"",
            "S: * 3 EXISTS",
            "S: * OK [UIDVALIDITY 7] epoch",
            "S: * OK [HIGHESTMODSEQ %d] highest",
            "S: A1 OK [READ-WRITE] done"
        };
        Dialogue.with(
                "CONDSTORE",
                imap -> first[0] =
                        imap.select("INBOX").sync(FolderState.empty()).state(),
                lines(
                        select,
                        20,
                        "C: A2 UID FETCH 1:* (UID FLAGS)",
                        "S: * 1 FETCH (UID 4 FLAGS () MODSEQ (20))",
                        "S: * 2 FETCH (UID 6 FLAGS () MODSEQ (20))",
                        "S: * 3 FETCH (UID 9 FLAGS () MODSEQ (20))",
                        "S: A2 OK done"));
        Dialogue.with(
                "CONDSTORE MESSAGELIMIT=2",
                imap -> assertThat(imap.select("INBOX").sync(first[0]).changes())
                        .containsExactly(
                                new Change.Flagged(9, Set.of(Flag.SEEN)),
                                new Change.Flagged(6, Set.of(Flag.SEEN)),
                                new Change.Vanished(UidSet.of(4)),
                                new Change.Added(7, Set.of()),
                                new Change.Added(8, Set.of()),
                                new Change.Added(10, Set.of())),
                lines(
                        select,
                        30,
                        "C: A2 UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE 20)",
                        "S: * 3 FETCH (UID 9 FLAGS (\\Seen) MODSEQ (25))",
                        "S: * 1 EXPUNGE",
                        "S: * 5 EXISTS",
                        "S: A2 OK [MESSAGELIMIT 2 7] more there",
                        "C: A3 UID FETCH 1:6 (UID FLAGS) (CHANGEDSINCE 20)",
                        "S: * 1 FETCH (UID 6 FLAGS (\\Seen) MODSEQ (26))",
                        "S: A3 OK done",
                        "C: A4 UID SEARCH ALL",
                        "S: * SEARCH 9 10",
                        "S: A4 OK [MESSAGELIMIT 2 9] more there",
                        "C: A5 UID SEARCH UID 1:8 ALL",
                        "S: * SEARCH 6 7 8",
                        "S: A5 OK done",
                        "C: A6 UID FETCH 7:8 (UID FLAGS)",
                        "S: * 2 FETCH (UID 7 FLAGS ())",
                        "S: * 3 FETCH (UID 8 FLAGS ())",
                        "S: A6 OK done",
                        "C: A7 UID FETCH 10 (UID FLAGS)",
                        "S: * 5 FETCH (UID 10 FLAGS ())",
                        "S: A7 OK done"));
    }

    private static String[] lines(String[] select, int modSeq, String... more) {
        return Stream.concat(Stream.of(select).map(line -> line.formatted(modSeq)), Stream.of(more))
                .toArray(String[]::new);
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
