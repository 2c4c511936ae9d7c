package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FoundIn;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.LiveSearch;
import dev.tegami.imap.MessageThread;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.Page;
import dev.tegami.imap.Search;
import dev.tegami.imap.SearchScope;
import dev.tegami.imap.Sort;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, kept results, live results and conversations: the same whatever the server has. */
class ImapFindingTest extends ImapServers {
    private static final int LETTERS = 60;

    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.FINDING);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPageIsTheSameWhateverTheServerHas(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box =
                    filled(imap, letter("delta"), letter("alpha"), letter("charlie"), letter("bravo"), letter("echo"));
            Page second = box.page(Search.all()).range(2, 3).counted().fetch(Fetch.ENVELOPE);
            assertThat(second.uids()).containsExactly(3L, 4L);
            assertThat(second.messages().get(0).subject()).contains("charlie");
            assertThat(second.total()).hasValue(5);
            assertThat(box.page(Search.all()).newestFirst().range(0, 1).fetch().uids())
                    .containsExactly(5L, 4L);
            assertThat(box.page(Search.all()).range(5, 9).fetch(Fetch.FLAGS).messages())
                    .isEmpty();
            if (has(imap, "SORT")) {
                Page sorted = box.page(Search.all())
                        .sort(Sort.SUBJECT)
                        .range(1, 3)
                        .counted()
                        .fetch(Fetch.ENVELOPE);
                assertThat(sorted.messages())
                        .extracting(each -> each.subject().orElseThrow())
                        .containsExactly("bravo", "charlie", "delta");
                assertThat(sorted.total()).hasValue(5);
            }
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatAQuestionFindsIsFetchedAndMarked(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"), letter("two and a half"));
            List<Summary> found = box.where(Search.subject("two")).fetch(Fetch.ENVELOPE);
            assertThat(found).extracting(Summary::uid).containsExactly(2L, 3L);
            box.where(Search.subject("two")).addFlags(Flag.FLAGGED);
            assertThat(box.search(Search.flagged(Flag.FLAGGED))).isEqualTo(UidSet.of(2, 3));
            box.where(Search.subject("half")).removeFlags(Flag.FLAGGED);
            assertThat(box.search(Search.flagged(Flag.FLAGGED))).isEqualTo(UidSet.of(2));
            box.where(Search.subject("nobody says that")).addFlags(Flag.DELETED);
            assertThat(box.search(Search.flagged(Flag.DELETED)).isEmpty()).isTrue();
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSortByDisplayedNamesAndAFuzzySearchAreTakenOrRefusedByName(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, from("Zoe <a@example.org>"), from("Adam <z@example.org>"));
            if (has(imap, "SORT=DISPLAY")) {
                assertThat(box.sort(Search.all(), Sort.DISPLAY_FROM)).containsExactly(2, 1);
                assertThat(box.sort(Search.all(), Sort.DISPLAY_FROM.reversed())).containsExactly(1, 2);
            } else {
                assertThatThrownBy(() -> box.sort(Search.all(), Sort.DISPLAY_FROM))
                        .isInstanceOf(UnsupportedOperationException.class);
            }
            Search fuzzy = Search.fuzzy(Search.subject("from somebody"));
            if (has(imap, "SEARCH=FUZZY")) {
                assertThat(Set.of(1L, 2L))
                        .containsAll(box.search(fuzzy).stream().boxed().toList());
                assertThat(box.relevance(fuzzy)).allMatch(each -> each.score() >= 1 && each.score() <= 100);
            } else {
                assertThatThrownBy(() -> box.search(fuzzy)).hasMessageContaining("SEARCH=FUZZY");
            }
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    private static Message from(String author) {
        return Message.compose()
                .from(author)
                .to("bob@example.net")
                .subject("from somebody")
                .text("x\r\n")
                .build();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void severalFoldersAreSearchedAtOnce(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder one = filled(imap, letter("needle"), letter("hay"));
            Folder other = filled(imap, letter("needle"));
            if (has(imap, "MULTISEARCH")) {
                List<FoundIn> found =
                        imap.search(SearchScope.folders(one.name(), other.name()), Search.subject("needle"));
                assertThat(found)
                        .containsExactlyInAnyOrder(
                                new FoundIn(one.name(), one.uidValidity(), UidSet.of(1)),
                                new FoundIn(other.name(), other.uidValidity(), UidSet.of(1)));
                assertThat(imap.search(SearchScope.personal(), Search.subject("needle")))
                        .containsAll(found);
            } else {
                assertThatThrownBy(() -> imap.search(SearchScope.personal(), Search.all()))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("MULTISEARCH");
            }
            imap.examine("INBOX");
            imap.delete(one.name());
            imap.delete(other.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aResultIsKeptUpToDateByTheServer(String server) throws IOException {
        try (ImapSession imap = door(server).open();
                ImapSession elsewhere = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"));
            if (!has(imap, "CONTEXT=SEARCH")) {
                assertThatThrownBy(() -> box.follow(Search.all())).hasMessageContaining("CONTEXT=SEARCH");
                return;
            }
            try (LiveSearch unseen = box.follow(Search.unseen())) {
                assertThat(unseen.uids()).containsExactly(1L, 2L);
                elsewhere.append(box.name(), letter("three"));
                elsewhere.select(box.name()).addFlags(UidSet.of(1), Flag.SEEN);
                imap.noop();
                assertThat(unseen.uids()).containsExactly(2L, 3L);
            }
            elsewhere.examine("INBOX");
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    /** GreenMail has no THREAD, so that its conversations are found here; they are those that other servers find. */
    @ParameterizedTest
    @MethodSource("servers")
    void conversationsFoundHereAreThoseThatServersFind(String server) throws IOException {
        NewMessage[] letters = letters();
        try (ImapSession imap = door(server).open();
                ImapSession without = door("greenmail").open()) {
            Folder there = filled(imap);
            Folder here = filled(without);
            imap.append(there.name(), letters);
            without.append(here.name(), letters);
            imap.noop();
            without.noop();
            for (MessageThread.Algorithm algorithm :
                    List.of(MessageThread.Algorithm.ORDEREDSUBJECT, MessageThread.Algorithm.REFERENCES)) {
                Set<String> told = shapes(there.threads(Search.all(), algorithm));
                assertThat(shapes(here.threads(Search.all(), algorithm)))
                        .as("%s of %s", algorithm, server)
                        .isEqualTo(told);
            }
            imap.examine("INBOX");
            imap.delete(there.name());
        }
    }

    /** Conversations in any order: servers differ in what they make of equal dates. */
    private static Set<String> shapes(List<MessageThread> threads) {
        Set<String> shapes = new TreeSet<>();
        threads.forEach(each -> shapes.add(shape(each)));
        return shapes;
    }

    private static String shape(MessageThread thread) {
        return thread.messages() + "" + shapes(thread.branches());
    }

    private static NewMessage[] letters() {
        Random random = new Random(20_261_124);
        List<NewMessage> letters = new ArrayList<>();
        for (int i = 1; i <= LETTERS; i++) {
            StringBuilder text = new StringBuilder("From: a@example.org\r\n");
            text.append(String.format("Date: Mon, 1 Jan 2024 %02d:%02d:00 +0000", i / 60, i % 60))
                    .append("\r\nMessage-ID: <")
                    .append(i)
                    .append("@example.org>\r\n");
            List<Integer> ancestors = new ArrayList<>();
            for (int at = i; at > 1 && random.nextInt(4) > 0; ) {
                at = Math.max(1, at - 1 - random.nextInt(12));
                ancestors.add(0, at);
            }
            String subject = "subject " + (ancestors.isEmpty() ? i : ancestors.get(0)) % 17;
            text.append("Subject: ")
                    .append(ancestors.isEmpty() ? "" : "Re: ")
                    .append(subject)
                    .append("\r\n");
            if (!ancestors.isEmpty()) {
                text.append("References:");
                ancestors.forEach(each -> text.append(" <").append(each).append("@example.org>"));
                text.append("\r\n");
            }
            letters.add(NewMessage.of(
                    Message.parse(text.append("\r\nx\r\n").toString().getBytes(StandardCharsets.US_ASCII))));
        }
        return letters.toArray(NewMessage[]::new);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRefusedSearchEndsNoSession(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            if (has(imap, "FILTERS")) {
                assertThatThrownBy(() -> box.where(Search.filter("none")).fetch())
                        .isInstanceOf(ImapRefused.class);
            } else {
                assertThatThrownBy(() -> box.where(Search.filter("none")).fetch())
                        .hasMessageContaining("FILTERS");
            }
            assertThat(box.search(Search.all())).isEqualTo(UidSet.of(1));
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }
}
