package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be found by extensions, by the examples of their documents. */
class FindingTest {
    @Test
    void whatIsFoundIsFetchedInOneRoundTripWithoutNumbers() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH",
                inbox -> {
                    List<Summary> found = inbox.where(Search.unseen()).fetch(Fetch.FLAGS);
                    assertThat(found).extracting(Summary::uid).containsExactly(4L, 9L);
                    inbox.where(Search.from("ada")).addFlags(Flag.SEEN);
                },
                "C: A2 UID SEARCH RETURN (SAVE) UNSEEN",
                "C: A3 UID FETCH $ (UID FLAGS)",
                "S: A2 OK saved",
                "S: * 1 FETCH (UID 4 FLAGS ())",
                "S: * 3 FETCH (UID 9 FLAGS ())",
                "S: A3 OK done",
                "C: A4 UID SEARCH RETURN (SAVE) FROM \"ada\"",
                "S: A4 OK saved",
                "C: A5 UID STORE $ +FLAGS.SILENT (\\Seen)",
                "S: A5 OK done");
    }

    @Test
    void aSearchThatIsRefusedChangesNothingAndFetchesNothing() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH",
                inbox -> {
                    assertThat(Dialogue.refusal(
                                    () -> inbox.where(Search.from("ada")).addFlags(Flag.DELETED)))
                            .hasMessageContaining("too hard");
                    assertThat(Dialogue.refusal(
                                    () -> inbox.where(Search.unseen()).fetch()))
                            .hasMessageContaining("harder");
                    inbox.search(Search.all());
                },
                "C: A2 UID SEARCH RETURN (SAVE) FROM \"ada\"",
                "S: A2 BAD too hard",
                "C: A3 UID SEARCH RETURN (SAVE) UNSEEN",
                "C: A4 UID FETCH $ (UID)",
                "S: A3 NO harder",
                "S: * 1 FETCH (UID 4)",
                "S: A4 OK done",
                "C: A5 UID SEARCH RETURN (ALL) ALL",
                "S: * ESEARCH (TAG \"A5\") UID",
                "S: A5 OK done");
    }

    @Test
    void withoutSearchresTheNumbersTravel() throws Exception {
        Dialogue.selected(
                "",
                inbox -> {
                    assertThat(inbox.where(Search.unseen()).fetch()).hasSize(1);
                    inbox.where(Search.unseen()).removeFlags(Flag.FLAGGED);
                },
                "C: A2 UID SEARCH UNSEEN",
                "S: * SEARCH 4",
                "S: A2 OK done",
                "C: A3 UID FETCH 4 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: A3 OK done",
                "C: A4 UID SEARCH UNSEEN",
                "S: * SEARCH 4 9",
                "S: A4 OK done",
                "C: A5 UID STORE 4,9 -FLAGS.SILENT (\\Flagged)",
                "S: A5 OK done");
    }

    @Test
    void aPageIsOneRoundTrip() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH PARTIAL",
                inbox -> {
                    Page page = inbox.page(Search.unseen())
                            .newestFirst()
                            .range(0, 1)
                            .counted()
                            .fetch(Fetch.FLAGS);
                    assertThat(page.total()).hasValue(17);
                    assertThat(page.uids()).containsExactly(9L, 7L);
                    assertThat(page.messages()).extracting(Summary::uid).containsExactly(9L, 7L);
                    assertThat(inbox.page(Search.all()).range(100, 101).fetch().uids())
                            .isEmpty();
                },
                "C: A2 UID SEARCH RETURN (COUNT) UNSEEN",
                "C: A3 UID SEARCH RETURN (SAVE PARTIAL -1:-2) UNSEEN",
                "C: A4 UID FETCH $ (UID FLAGS)",
                "S: * ESEARCH (TAG \"A3\") UID PARTIAL (-1:-2 7,9)",
                "S: A3 OK done",
                "S: * ESEARCH (TAG \"A2\") UID COUNT 17",
                "S: A2 OK done",
                "S: * 7 FETCH (UID 7 FLAGS ())",
                "S: * 9 FETCH (UID 9 FLAGS ())",
                "S: A4 OK done",
                "C: A5 UID SEARCH RETURN (SAVE PARTIAL 101:102) ALL",
                "C: A6 UID FETCH $ (UID)",
                "S: * ESEARCH (TAG \"A5\") UID PARTIAL (101:102 NIL)",
                "S: A5 OK done",
                "S: A6 OK done");
    }

    @Test
    void aTextThatHasToBeALiteralIsWaitedFor() throws Exception {
        Dialogue.selected(
                "SEARCHRES ESEARCH PARTIAL",
                inbox -> assertThat(inbox.page(Search.subject("grüße"))
                                .range(0, 1)
                                .counted()
                                .fetch()
                                .total())
                        .hasValue(1),
                "C: A2 UID SEARCH RETURN (COUNT) CHARSET UTF-8 SUBJECT {7}",
                "S: + go on",
                "C: grüße",
                "S: * ESEARCH (TAG \"A2\") UID COUNT 1",
                "S: A2 OK done",
                "C: A3 UID SEARCH RETURN (SAVE PARTIAL 1:2) CHARSET UTF-8 SUBJECT {7}",
                "S: + go on",
                "C: grüße",
                "S: * ESEARCH (TAG \"A3\") UID PARTIAL (1:2 7)",
                "S: A3 OK done",
                "C: A4 UID FETCH $ (UID)",
                "S: * 7 FETCH (UID 7)",
                "S: A4 OK done");
    }

    @Test
    void aSortedPageComesInItsOrderWhateverTheServerHas() throws Exception {
        Consumer<Folder> talk = inbox -> {
            Page page = inbox.page(Search.all())
                    .sort(Sort.SUBJECT)
                    .range(1, 2)
                    .counted()
                    .fetch();
            assertThat(page.messages()).extracting(Summary::uid).containsExactly(9L, 4L);
            assertThat(page.total()).hasValue(4);
        };
        String[] fetch = {"S: * 1 FETCH (UID 4)", "S: * 3 FETCH (UID 9)", "S: A3 OK done"};
        Dialogue.selected(
                "SORT CONTEXT=SORT",
                talk::accept,
                "C: A2 UID SORT RETURN (PARTIAL 2:3 COUNT) (SUBJECT) UTF-8 ALL",
                "S: * ESEARCH (TAG \"A2\") UID PARTIAL (2:3 9,4) COUNT 4",
                "S: A2 OK done",
                "C: A3 UID FETCH 4,9 (UID)",
                fetch[0],
                fetch[1],
                fetch[2]);
        Dialogue.selected(
                "SORT ESORT",
                talk::accept,
                "C: A2 UID SORT RETURN (ALL) (SUBJECT) UTF-8 ALL",
                "S: * ESEARCH (TAG \"A2\") UID ALL 11,9,4:5",
                "S: A2 OK done",
                "C: A3 UID FETCH 4,9 (UID)",
                fetch[0],
                fetch[1],
                fetch[2]);
        Dialogue.selected(
                "SORT",
                talk::accept,
                "C: A2 UID SORT (SUBJECT) UTF-8 ALL",
                "S: * SORT 11 9 4 5",
                "S: A2 OK done",
                "C: A3 UID FETCH 4,9 (UID)",
                fetch[0],
                fetch[1],
                fetch[2]);
    }

    @Test
    void aPageIsBounded() throws Exception {
        Dialogue.selected("", inbox -> {
            PageQuery page = inbox.page(Search.all());
            assertThatIllegalArgumentException().isThrownBy(() -> page.range(-1, 4));
            assertThatIllegalArgumentException().isThrownBy(() -> page.range(4, 3));
            assertThatIllegalArgumentException().isThrownBy(() -> page.range(0, 100_000));
        });
    }

    @Test
    void aServerThatNamesMoreThanAnyFolderHoldsIsStopped() throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1 SORT ESORT] hello",
                        "C: A1 SELECT \"INBOX\"",
                        "S: A1 OK done",
                        "C: A2 UID SORT RETURN (ALL) (SUBJECT) UTF-8 ALL",
                        "S: * ESEARCH (TAG \"A2\") UID ALL 1:4294967295",
                        "S: A2 OK done")
                .whole(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    assertThatThrownBy(() -> inbox.sort(Search.all(), Sort.SUBJECT))
                            .isInstanceOf(LimitExceeded.class)
                            .hasMessageContaining("numbers");
                });
    }

    @Test
    void fuzzyQuestionsAreScored() throws Exception {
        Dialogue.selected(
                "SEARCH=FUZZY SORT SORT=DISPLAY",
                inbox -> {
                    Search question = Search.fuzzy(Search.subject("grusse").and(Search.unseen()));
                    assertThat(inbox.relevance(question)).containsExactly(new Relevance(1, 4), new Relevance(5, 99));
                    assertThat(inbox.sort(question, Sort.RELEVANCY, Sort.DISPLAY_FROM.reversed()))
                            .containsExactly(5, 1);
                },
                "C: A2 UID SEARCH RETURN (ALL RELEVANCY) FUZZY (SUBJECT \"grusse\" UNSEEN)",
                "S: * ESEARCH (TAG \"A2\") UID ALL 1,5 RELEVANCY (4 99)",
                "S: A2 OK done",
                "C: A3 UID SORT (RELEVANCY REVERSE DISPLAYFROM) UTF-8 FUZZY (SUBJECT \"grusse\" UNSEEN)",
                "S: * SORT 5 1",
                "S: A3 OK done");
    }

    @Test
    void aFilterOnTheServerIsAQuestion() throws Exception {
        Dialogue.selected(
                "FILTERS",
                inbox -> {
                    assertThat(inbox.search(Search.filter("on-the-road").and(Search.unseen())))
                            .isEqualTo(UidSet.of(4));
                    assertThat(Dialogue.refusal(() -> inbox.search(Search.filter("none")))
                                    .code())
                            .isEqualTo(new ResponseCode("UNDEFINED-FILTER", "none"));
                },
                "C: A2 UID SEARCH FILTER on-the-road UNSEEN",
                "S: * SEARCH 4",
                "S: A2 OK done",
                "C: A3 UID SEARCH FILTER none",
                "S: A3 NO [UNDEFINED-FILTER none] no such filter");
        assertThatIllegalArgumentException().isThrownBy(() -> Search.filter("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Search.filter("a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Search.filter("a\r\nb"));
    }

    @Test
    void severalFoldersAreSearchedAtOnce() throws Exception {
        Dialogue.with(
                "MULTISEARCH",
                imap -> {
                    assertThat(imap.search(SearchScope.below("Entwürfe", "B"), Search.unseen()))
                            .containsExactly(
                                    new FoundIn("Entwürfe/A", 1, UidSet.parse("4001,4003:4005")),
                                    new FoundIn("B", 503, UidSet.of(3002)));
                    assertThat(imap.search(SearchScope.personal(), Search.all()))
                            .isEmpty();
                },
                "C: A1 ESEARCH IN (subtree (\"Entw&APw-rfe\" \"B\")) RETURN (ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A1\" MAILBOX \"Entw&APw-rfe/A\" UIDVALIDITY 1) UID ALL 4001,4003:4005",
                "S: * ESEARCH (TAG \"A1\" MAILBOX B UIDVALIDITY 503) UID ALL 3002",
                "S: A1 OK done",
                "C: A2 ESEARCH IN (personal) RETURN (ALL) ALL",
                "S: A2 OK done");
    }

    @Test
    void aResultIsKeptUpToDate() throws Exception {
        Dialogue.selected(
                "CONTEXT=SEARCH CONTEXT=SORT SORT",
                inbox -> {
                    LiveSearch unread = inbox.follow(Search.unseen());
                    assertThat(unread.uids()).containsExactly(2L, 4L, 7L);
                    inbox.session.noop();
                    assertThat(unread.uids()).containsExactly(2L, 3L, 7L, 8L, 9L);
                    LiveSearch sorted = inbox.follow(Search.all(), Sort.SUBJECT);
                    inbox.session.noop();
                    assertThat(sorted.uids()).containsExactly(2731L, 2732L, 2733L, 2735L);
                    unread.close();
                    unread.close();
                    assertThat(Dialogue.refusal(() -> inbox.follow(Search.seen())))
                            .hasMessageContaining("too many");
                },
                "C: A2 UID SEARCH RETURN (UPDATE ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A2\") UID ADDTO (0 7)",
                "S: * ESEARCH (TAG \"A2\") UID ALL 2,4",
                "S: A2 OK done",
                "C: A3 NOOP",
                "S: * ESEARCH (TAG \"A2\") UID REMOVEFROM (0 4) ADDTO (0 8:9 0 3)",
                "S: * ESEARCH (TAG \"X9\") UID ADDTO (0 1)",
                "S: A3 OK done",
                "C: A4 UID SORT RETURN (UPDATE ALL) (SUBJECT) UTF-8 ALL",
                "S: * ESEARCH (TAG \"A4\") UID ALL 2734:2735",
                "S: A4 OK done",
                "C: A5 NOOP",
                "S: * ESEARCH (TAG \"A4\") UID ADDTO (1 2733) ADDTO (1 2731:2732) REMOVEFROM (4 2734)",
                "S: A5 OK done",
                "C: A6 CANCELUPDATE \"A2\"",
                "S: A6 OK done",
                "C: A7 UID SEARCH RETURN (UPDATE ALL) SEEN",
                "S: * ESEARCH (TAG \"A7\") UID",
                "S: * NO [NOUPDATE \"A7\"] too many contexts",
                "S: A7 OK done");
    }

    @Test
    void aSearchWhoseFolderWasLeftIsClosedWithoutAWord() throws Exception {
        Dialogue.selected(
                "CONTEXT=SEARCH UNSELECT",
                inbox -> {
                    LiveSearch unread = inbox.follow(Search.unseen());
                    inbox.unselect();
                    unread.close();
                },
                "C: A2 UID SEARCH RETURN (UPDATE ALL) UNSEEN",
                "S: * ESEARCH (TAG \"A2\") UID ALL 2,4",
                "S: A2 OK done",
                "C: A3 UNSELECT",
                "S: A3 OK done");
    }

    static Stream<Arguments> verbs() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return Stream.of(
                verb("WITHIN", inbox -> inbox.search(Search.unseen().and(Search.younger(Duration.ofDays(1))))),
                verb("CONDSTORE", inbox -> inbox.tally(Search.not(Search.modifiedSince(4)))),
                verb("SAVEDATE", inbox -> inbox.search(Search.savedOn(day).or(Search.seen()))),
                verb("OBJECTID", inbox -> inbox.where(Search.emailId("x")).fetch()),
                verb(
                        "SEARCH=FUZZY",
                        inbox -> inbox.page(Search.fuzzy(Search.from("x"))).fetch()),
                verb("SEARCH=FUZZY", inbox -> inbox.relevance(Search.all())),
                verb("FILTERS", inbox -> inbox.where(Search.filter("x")).addFlags(Flag.SEEN)),
                verb("X-GM-EXT-1", inbox -> inbox.search(Search.gmail("has:attachment"))),
                verb("PREVIEW", inbox -> inbox.fetch(UidSet.of(1), Fetch.FLAGS, Fetch.PREVIEW)),
                verb("BINARY", inbox -> inbox.fetch(UidSet.of(1), Fetch.binary(Section.part("1")))),
                verb("OBJECTID", inbox -> inbox.fetch(UidSet.of(1), Fetch.THREAD_ID)),
                verb("UIDPLUS", inbox -> inbox.expunge(UidSet.of(1))),
                verb("IDLE", inbox -> inbox.idle(Duration.ofNanos(1))),
                verb("CONDSTORE", inbox -> inbox.storeUnchanged(UidSet.of(1), 1, FlagChange.ADD, Flag.SEEN)),
                verb("SORT", inbox -> inbox.page(Search.all()).sort(Sort.DATE).fetch()),
                verb("CONTEXT=SEARCH", inbox -> inbox.follow(Search.all())),
                verb("CONTEXT=SORT", inbox -> inbox.follow(Search.all(), Sort.DATE)),
                verb("MULTISEARCH", inbox -> inbox.session.search(SearchScope.inboxes(), Search.all())));
    }

    private static Arguments verb(String extension, Consumer<Folder> verb) {
        return Arguments.of(extension, verb);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbWithoutItsExtensionNamesItAndSendsNothing(String extension, Consumer<Folder> verb) throws Exception {
        Dialogue.selected(
                "",
                inbox -> assertThatThrownBy(() -> verb.accept(inbox))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining(extension));
    }

    @Test
    void anOrderThatTheServerDoesNotKnowIsRefusedByName() throws Exception {
        Dialogue.selected(
                "SORT",
                inbox -> assertThatThrownBy(() -> inbox.sort(Search.all(), Sort.DISPLAY_TO.reversed()))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("SORT=DISPLAY"));
    }

    @Test
    void aTextThatLooksLikeAKeyIsNone() throws Exception {
        Dialogue.selected(
                "",
                inbox -> assertThat(inbox.search(Search.from("FUZZY x")).isEmpty())
                        .isTrue(),
                "C: A2 UID SEARCH FROM \"FUZZY x\"",
                "S: * SEARCH",
                "S: A2 OK done");
    }
}
