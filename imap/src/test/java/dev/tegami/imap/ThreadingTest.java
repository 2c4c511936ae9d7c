package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.BaseSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations found here (RFC 5256). */
class ThreadingTest {
    private final Threading byReferences = new ThreadByReferences(MessageThread.Algorithm.REFERENCES);

    private static ThreadNode message(long uid, String subject) {
        Instant then = Instant.ofEpochSecond(uid);
        return new ThreadNode(uid, then, then, BaseSubject.of(subject));
    }

    @Test
    void refsHeedsNoSubjectsAndThePlaceOfAConversationIsThatOfItsLatestMessage() {
        Threading byRefs = new ThreadByReferences(MessageThread.Algorithm.REFS);
        byRefs.add(message(1, "bee"), "one", List.of());
        byRefs.add(message(2, "bee"), "two", List.of());
        byRefs.add(message(3, "Re: bee"), "three", List.of());
        byRefs.add(message(4, "ant"), "four", List.of("one"));
        byRefs.add(
                new ThreadNode(5, Instant.ofEpochSecond(2), Instant.ofEpochSecond(9), BaseSubject.of("late")),
                "five",
                List.of("one"));
        byRefs.add(message(6, "bee"), "six", List.of("gone"));
        byRefs.add(message(7, "cow"), "seven", List.of("gone"));
        assertThat(written(byRefs.threads())).isEqualTo("(2)(3)((6)(7))(1 (5)(4))");
    }

    private void add(long uid, String subject, String id, String... references) {
        byReferences.add(message(uid, subject), id, List.of(references));
    }

    private String threads() {
        return written(byReferences.threads());
    }

    /** As servers write it. */
    private static String written(List<MessageThread> threads) {
        StringBuilder out = new StringBuilder();
        for (MessageThread thread : threads) {
            String own = thread.messages().stream()
                    .map(String::valueOf)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            String gap = own.isEmpty() || thread.branches().isEmpty() ? "" : " ";
            out.append('(')
                    .append(own)
                    .append(gap)
                    .append(written(thread.branches()))
                    .append(')');
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Minutes | minutes | false",
                "Re: Minutes | minutes | true",
                "RE:re: FWD: Fw:  The   minutes  (fwd) (FWD) | the minutes | true",
                "[list] Re: [list] Minutes | minutes | true",
                "Re [2]: Minutes | minutes | true",
                "[list] Minutes | minutes | false",
                "[list] | [list] | false",
                "[Fwd: Re: Minutes] | minutes | true",
                "Regarding: Minutes | regarding: minutes | false",
                "Fwd | fwd | false",
                "[a[b] Minutes | [a[b] minutes | false",
                "re: [x] re: | '' | true",
                "'Re:' | '' | true",
                "'' | '' | false"
            })
    void aBaseSubjectIsWhatIsLeft(String subject, String text, boolean isReply) {
        assertThat(message(1, subject).subject).isEqualTo(text);
        assertThat(message(1, subject).isReply).isEqualTo(isReply);
    }

    /** Each message that is there is looked at once, not once for each that is not. */
    @Test
    void manyMessagesBelowVeryManyThatAreNotThere() {
        int links = 200_000;
        int leaves = 50_000;
        for (int i = 0; i < links; i++) {
            add(i + 1L, "a", i + "@x", "gap" + i + "@x", "gap" + (i + 1) + "@x");
        }
        for (int i = 0; i < leaves; i++) {
            add(links + 1L + i, "a", "leaf" + i + "@x", "gap" + links + "@x");
        }
        List<MessageThread> threads = byReferences.threads();
        assertThat(threads).hasSize(1);
        assertThat(threads.get(0).branches()).hasSize(links + leaves);
    }

    @Test
    void repliesFollowWhatTheyReferTo() {
        add(1, "a", "1@x");
        add(2, "Re: a", "2@x", "1@x");
        add(3, "Re: a", "3@x", "1@x", "2@x");
        add(4, "b", "4@x", "2@x");
        add(5, "c", "5@x");
        assertThat(threads()).isEqualTo("(1 2 (3)(4))(5)");
    }

    @Test
    void theOrderInTheFolderDoesNotMatter() {
        add(4, "b", "4@x", "2@x");
        add(3, "Re: a", "3@x", "1@x", "2@x");
        add(2, "Re: a", "2@x", "1@x");
        add(5, "c", "5@x");
        add(1, "a", "1@x");
        assertThat(threads()).isEqualTo("(1 2 (3)(4))(5)");
    }

    @Test
    void aMissingParentLeavesItsChildrenTogether() {
        add(1, "a", "1@x", "0@x");
        add(2, "b", "2@x", "0@x");
        add(3, "c", "3@x", "9@x");
        assertThat(threads()).isEqualTo("((1)(2))(3)");
    }

    @Test
    void missingMessagesInTheMiddleGiveWayToTheirChildren() {
        add(1, "a", "1@x");
        add(2, "b", "2@x", "1@x", "7@x", "8@x");
        add(3, "c", "3@x", "1@x", "7@x");
        assertThat(threads()).isEqualTo("(1 (2)(3))");
    }

    @Test
    void messagesThatReferToEachOtherMakeNoLoop() {
        add(1, "a", "1@x", "2@x");
        add(2, "b", "2@x", "1@x");
        add(3, "c", "3@x", "3@x");
        assertThat(threads()).isEqualTo("(2 1)(3)");
    }

    @Test
    void ofSeveralMessagesWithOneIdTheFirstHasIt() {
        add(1, "a", "1@x");
        add(2, "b", "1@x");
        add(3, "c", "3@x", "1@x");
        add(4, "d", "");
        assertThat(threads()).isEqualTo("(1 3)(2)(4)");
    }

    @Test
    void aSubjectBringsRepliesWithoutReferencesTogether() {
        add(1, "Minutes", "1@x");
        add(2, "Re: Minutes", "2@x");
        add(3, "minutes", "3@x");
        add(4, "", "4@x");
        add(5, "", "5@x");
        assertThat(threads()).isEqualTo("((1 2)(3))(4)(5)");
    }

    @Test
    void theSubjectAloneMakesFlatConversations() {
        Threading bySubject = new ThreadBySubject();
        List.of(message(3, "Re: a"), message(1, "a"), message(2, "b"), message(4, "Fwd: a"))
                .forEach(each -> bySubject.add(each, "", List.of()));
        assertThat(written(bySubject.threads())).isEqualTo("(1 (3)(4))(2)");
    }

    /** A folder made to be slow: chains in any order, forks at every message, references to all that came before. */
    private enum Shape {
        CHAIN,
        CHAIN_BACKWARDS,
        SHUFFLED,
        FORKS,
        ONE_SUBJECT
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void noFolderIsTooDeepAndNoMessageIsLost(Shape shape) {
        int count = 10_000;
        List<Long> order = new ArrayList<>();
        for (long uid = 1; uid <= count; uid++) {
            order.add(uid);
        }
        if (shape == Shape.CHAIN_BACKWARDS) {
            Collections.reverse(order);
        } else if (shape == Shape.SHUFFLED) {
            Collections.shuffle(order, new Random(42));
        }
        for (long uid : order) {
            long parent = shape == Shape.FORKS ? uid - 1 - uid % 2 : uid - 1;
            boolean alone = shape == Shape.ONE_SUBJECT;
            add(uid, alone ? "Re: a" : "s" + uid, uid + "@x", alone ? new String[0] : new String[] {parent + "@x"});
        }
        List<MessageThread> threads = byReferences.threads();
        assertThat(threads.stream().flatMapToLong(MessageThread::all).sorted().toArray())
                .hasSize(count)
                .startsWith(1)
                .endsWith(count);
        assertThat(threads.hashCode()).isEqualTo(List.copyOf(threads).hashCode());
    }

    @Test
    void withoutTheExtensionWhatItTakesIsFetched() throws Exception {
        Dialogue.selected(
                "",
                inbox -> assertThat(written(inbox.threads(Search.all(), MessageThread.Algorithm.REFERENCES)))
                        .isEqualTo("(4 9)"),
                "C: A2 UID SEARCH ALL",
                "S: * SEARCH 4 9",
                "S: A2 OK done",
                "C: A3 UID FETCH 4,9 (UID ENVELOPE INTERNALDATE BODY.PEEK[HEADER.FIELDS (References)])",
                "S: * 1 FETCH (UID 4 INTERNALDATE \"01-Jan-2024 00:00:00 +0000\" ENVELOPE (NIL \"a\" NIL NIL NIL NIL NIL NIL"
                        + " NIL \"<4@x>\") BODY[HEADER.FIELDS (REFERENCES)] \"\")",
                "S: * 3 FETCH (UID 9 INTERNALDATE \"01-Jan-2023 00:00:00 +0000\" ENVELOPE (NIL \"b\" NIL NIL NIL NIL NIL NIL"
                        + " NIL \"<9@x>\") BODY[HEADER.FIELDS (REFERENCES)] {23}",
                "S: References: <\"4\"@x>",
                "S: ",
                "S: )",
                "S: A3 OK done");
    }
}
