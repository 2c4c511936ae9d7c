package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tegami.LimitExceeded;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Folders with more messages than the server takes in one command, by the examples of RFC 9738. */
class MessageLimitTest {
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
                inbox -> assertThat(inbox.threads(Search.unseen(), MessageThread.Algorithm.ORDEREDSUBJECT))
                        .map(thread -> thread.all().boxed().toList())
                        .containsExactly(List.of(4L, 6L)),
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
}
