package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.sasl.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb of the table of extensions, at a server without the capability: it is refused by name before anything is
 * sent, or does the same in another way.
 */
class ExtensionVerbsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final NewMessage LETTER =
            NewMessage.of(Message.parse("a: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    /** Needs threads of its own: {@link WatchTest} does both, with servers of each kind. */
    private static final Set<String> WATCHES = Set.of("Imap.watch", "Imap.watch of several folders at once");

    /**
     * A verb.
     *
     * @param label as the table says
     * @param others capabilities that it needs beside this one
     * @param never what must not be sent then, as a regular expression
     */
    record Verb(Extension extension, String label, String others, String never, Consumer<Folder> call) {
        @Override
        public String toString() {
            return extension + ": " + label;
        }
    }

    private static Verb refused(Extension extension, String label, Consumer<Folder> call) {
        return new Verb(extension, label, "", ".*", call);
    }

    private static Verb refused(Extension extension, String label, String others, Consumer<Folder> call) {
        return new Verb(extension, label, others, ".*", call);
    }

    private static Verb otherwise(
            Extension extension, String label, String others, String never, Consumer<Folder> call) {
        return new Verb(extension, label, others, never, call);
    }

    static Stream<Verb> refusedVerbs() {
        return Stream.of(
                refused(Extension.ACL, "access", box -> box.session.access("INBOX")),
                refused(Extension.METADATA, "metadata", box -> box.session.metadata("INBOX")),
                refused(Extension.METADATA_SERVER, "serverMetadata", box -> box.session.serverMetadata()),
                refused(
                        Extension.CREATE_SPECIAL_USE,
                        "create(folder, use)",
                        box -> box.session.create("A", SpecialUse.ARCHIVE)),
                refused(Extension.QUOTA, "quotas", box -> box.session.quotas("INBOX")),
                refused(Extension.QUOTA, "quota", box -> box.session.quota("")),
                refused(Extension.QUOTASET, "setQuota", box -> box.session.setQuota("")),
                refused(
                        Extension.UNAUTHENTICATE,
                        "loginAs",
                        box -> box.session.loginAs(Credentials.password("ada", "secret"))),
                refused(Extension.JMAPACCESS, "jmap", box -> box.session.jmap()),
                refused(Extension.LANGUAGE, "languages", box -> box.session.languages()),
                refused(Extension.LANGUAGE, "speak", box -> box.session.speak("de")),
                refused(Extension.NAMESPACE, "namespaces", box -> box.session.namespaces()),
                refused(Extension.NOTIFY, "notifyOf", box -> box.session.notifyOf()),
                refused(Extension.IDLE, "idle", box -> box.idle(Duration.ofNanos(1))),
                refused(Extension.UIDPLUS, "expunge(messages)", box -> box.expunge(UidSet.of(4))),
                refused(Extension.BINARY, "Fetch.binary", fetching(Fetch.binary(Section.part("1")))),
                refused(Extension.PREVIEW, "Fetch.PREVIEW", fetching(Fetch.PREVIEW)),
                refused(Extension.SORT, "sort", box -> box.sort(Search.all())),
                refused(
                        Extension.SORT,
                        "page.sort",
                        box -> box.page(Search.all()).sort(Sort.DATE).fetch()),
                refused(Extension.SORT_DISPLAY, "Sort.DISPLAY_FROM", "SORT", sorting(Sort.DISPLAY_FROM)),
                refused(Extension.SORT_DISPLAY, "Sort.DISPLAY_TO", "SORT", sorting(Sort.DISPLAY_TO)),
                refused(Extension.WITHIN, "Search.younger", searching(Search.younger(Duration.ofDays(1)))),
                refused(Extension.WITHIN, "Search.older", searching(Search.older(Duration.ofDays(1)))),
                refused(Extension.CONDSTORE, "Search.modifiedSince", searching(Search.modifiedSince(1))),
                refused(Extension.CONDSTORE, "Fetch.MODSEQ", fetching(Fetch.MODSEQ)),
                refused(
                        Extension.CONDSTORE,
                        "storeUnchanged",
                        box -> box.storeUnchanged(UidSet.of(4), 1, FlagChange.ADD, Flag.SEEN)),
                refused(Extension.SAVEDATE, "Search.savedSince and its kin", searching(Search.savedSince(DAY))),
                refused(Extension.SAVEDATE, "Search.savedSince and its kin", searching(Search.savedBefore(DAY))),
                refused(Extension.SAVEDATE, "Search.savedSince and its kin", searching(Search.savedOn(DAY))),
                refused(Extension.SAVEDATE, "Fetch.SAVE_DATE", fetching(Fetch.SAVE_DATE)),
                refused(Extension.OBJECTID, "Search.emailId", searching(Search.emailId("x"))),
                refused(Extension.OBJECTID, "Search.threadId", searching(Search.threadId("x"))),
                refused(Extension.OBJECTID, "Fetch.EMAIL_ID", fetching(Fetch.EMAIL_ID)),
                refused(Extension.OBJECTID, "Fetch.THREAD_ID", fetching(Fetch.THREAD_ID)),
                refused(Extension.FUZZY, "Search.fuzzy", searching(Search.fuzzy(Search.from("x")))),
                refused(Extension.FUZZY, "relevance", box -> box.relevance(Search.all())),
                refused(Extension.FUZZY, "Sort.RELEVANCY", "SORT", sorting(Sort.RELEVANCY)),
                refused(Extension.FILTERS, "Search.filter", searching(Search.filter("x"))),
                refused(
                        Extension.MULTISEARCH,
                        "search(scope, question)",
                        box -> box.session.search(SearchScope.inboxes(), Search.all())),
                refused(Extension.CONTEXT_SEARCH, "follow", box -> box.follow(Search.all())),
                refused(
                        Extension.CONTEXT_SORT,
                        "follow and page in an order",
                        "SORT CONTEXT=SEARCH",
                        box -> box.follow(Search.all(), Sort.DATE)),
                refused(
                        Extension.CATENATE,
                        "append(folder, catenation)",
                        box -> box.session.append("INBOX", Catenation.of("x"))),
                refused(
                        Extension.ANNOTATE,
                        "annotate",
                        box -> box.annotate(UidSet.of(4), Annotation.absent("/comment"))),
                refused(Extension.ANNOTATE, "Fetch.annotation", fetching(Fetch.annotation("/comment"))),
                refused(Extension.ANNOTATE, "Search.annotated", searching(Search.annotated("/comment", "x"))),
                refused(Extension.GMAIL, "Search.gmail and its kin", searching(Search.gmail("x"))),
                refused(Extension.GMAIL, "Search.gmail and its kin", searching(Search.gmailLabel("x"))),
                refused(Extension.GMAIL, "Search.gmail and its kin", searching(Search.gmailMessageId(1))),
                refused(Extension.GMAIL, "Search.gmail and its kin", searching(Search.gmailThreadId(1))),
                refused(Extension.GMAIL, "Fetch.GMAIL_LABELS and its kin", fetching(Fetch.GMAIL_LABELS)),
                refused(Extension.GMAIL, "Fetch.GMAIL_LABELS and its kin", fetching(Fetch.GMAIL_MESSAGE_ID)),
                refused(Extension.GMAIL, "Fetch.GMAIL_LABELS and its kin", fetching(Fetch.GMAIL_THREAD_ID)),
                refused(Extension.GMAIL, "addGmailLabels and its kin", box -> box.addGmailLabels(UidSet.of(4), "x")),
                refused(Extension.GMAIL, "addGmailLabels and its kin", box -> box.removeGmailLabels(UidSet.of(4), "x")),
                refused(
                        Extension.GMAIL,
                        "addGmailLabels and its kin",
                        box -> box.replaceGmailLabels(UidSet.of(4), "x")));
    }

    private static Consumer<Folder> fetching(Fetch item) {
        return box -> box.fetch(UidSet.of(4), item);
    }

    private static Consumer<Folder> searching(Search question) {
        return box -> box.search(question);
    }

    private static Consumer<Folder> sorting(Sort order) {
        return box -> box.sort(Search.all(), order);
    }

    private static Verb threads(Extension extension, MessageThread.Algorithm algorithm) {
        return otherwise(
                extension,
                "threads",
                "",
                "UID THREAD.*",
                box -> assertThat(box.threads(Search.all(), algorithm)).hasSize(1));
    }

    static Stream<Verb> otherVerbs() {
        return Stream.of(
                otherwise(
                        Extension.LIST_MYRIGHTS,
                        "ListQuery.withRights",
                        "ACL",
                        "LIST .*MYRIGHTS.*",
                        box -> box.session.list(ListQuery.all().withRights())),
                otherwise(
                        Extension.LIST_METADATA,
                        "ListQuery.withMetadata",
                        "METADATA",
                        "LIST .*METADATA.*",
                        box -> box.session.list(ListQuery.all().withMetadata("/private/comment"))),
                otherwise(
                        Extension.UTF8_ONLY,
                        "open, which enables UTF8=ACCEPT then",
                        "ENABLE UTF8=ACCEPT",
                        "ENABLE.*",
                        box -> box.session.noop()),
                otherwise(Extension.MOVE, "move", "UIDPLUS", "UID MOVE.*", box -> box.move(UidSet.of(4), "A")),
                otherwise(Extension.UNSELECT, "unselect", "", "UNSELECT.*", Folder::unselect),
                otherwise(
                        Extension.MULTIAPPEND,
                        "append of several messages, all or none",
                        "",
                        "APPEND .*\\{.*\\{.*",
                        box -> assertThat(box.session.append("A", LETTER, LETTER))
                                .hasSize(2)),
                otherwise(
                        Extension.ESORT,
                        "sort in few octets",
                        "SORT",
                        "UID SORT RETURN.*",
                        box -> assertThat(box.sort(Search.all())).containsExactly(4)),
                threads(Extension.THREAD_ORDEREDSUBJECT, MessageThread.Algorithm.ORDEREDSUBJECT),
                threads(Extension.THREAD_REFERENCES, MessageThread.Algorithm.REFERENCES),
                threads(Extension.THREAD_REFS, MessageThread.Algorithm.REFS),
                otherwise(
                        Extension.SEARCHRES,
                        "where and page in one round trip",
                        "",
                        ".*(SAVE|\\$).*",
                        box -> assertThat(box.where(Search.all()).fetch()).hasSize(1)),
                otherwise(
                        Extension.PARTIAL,
                        "page by its stretch alone, also from the end",
                        "",
                        ".*PARTIAL.*",
                        box -> assertThat(box.page(Search.all())
                                        .newestFirst()
                                        .fetch()
                                        .uids())
                                .containsExactly(4L)),
                otherwise(
                        Extension.UIDBATCHES,
                        "batches",
                        "",
                        "UIDBATCHES.*",
                        box -> assertThat(box.batches(500)).containsExactly(UidSet.of(4))),
                otherwise(
                        Extension.UIDONLY,
                        "enable(\"UIDONLY\"); sequence numbers are refused from then on",
                        "ENABLE",
                        "nothing",
                        box -> {
                            assertThat(box.session.enable("UIDONLY")).isEmpty();
                            assertThat(box.fetch(SeqSet.of(1))).hasSize(1);
                        }),
                otherwise(
                        Extension.MESSAGELIMIT,
                        "all verbs with sets or questions, in several commands; sort and threads here",
                        "",
                        "UID SEARCH.*",
                        box -> assertThat(box.fetch(UidSet.all())).hasSize(1)),
                otherwise(
                        Extension.SAVELIMIT,
                        "copy and append, in several commands",
                        "",
                        "UID COPY 4 .*",
                        box -> box.copy(UidSet.range(4, 9_999), "A")),
                otherwise(Extension.INPROGRESS, "onProgress, Event.InProgress", "", "nothing", box -> {
                    List<Progress> told = new ArrayList<>();
                    box.session.onProgress(told::add);
                    box.fetch(UidSet.of(4));
                    assertThat(told).hasSize(1);
                }),
                otherwise(
                        Extension.CONTEXT_SEARCH,
                        "page by its stretch alone",
                        "",
                        ".*PARTIAL.*",
                        box -> assertThat(box.page(Search.all()).fetch().uids()).containsExactly(4L)),
                otherwise(
                        Extension.CONTEXT_SORT,
                        "follow and page in an order",
                        "SORT",
                        ".*PARTIAL.*",
                        box -> assertThat(box.page(Search.all())
                                        .sort(Sort.DATE)
                                        .fetch()
                                        .uids())
                                .containsExactly(4L)),
                otherwise(Extension.REPLACE, "replace", "UIDPLUS", "UID REPLACE.*", box -> box.replace(4, LETTER)));
    }

    @ParameterizedTest
    @MethodSource("refusedVerbs")
    void aVerbIsRefusedByNameBeforeAnythingIsSent(Verb verb) {
        try (ObligingServer server = new ObligingServer(verb.others());
                ImapSession imap = server.open()) {
            Folder box = imap.select("INBOX");
            int before = server.heard().size();
            assertThatThrownBy(() -> verb.call().accept(box))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("the server has no " + verb.extension());
            assertThat(server.heard()).hasSize(before);
        }
    }

    @ParameterizedTest
    @MethodSource("otherVerbs")
    void aVerbDoesTheSameInAnotherWay(Verb verb) {
        try (ObligingServer server = new ObligingServer(verb.others());
                ImapSession imap = server.open()) {
            Folder box = imap.select("INBOX");
            int before = server.heard().size();
            verb.call().accept(box);
            assertThat(server.heard()).hasSizeGreaterThan(before).noneMatch(line -> line.matches(verb.never()));
        }
    }

    @ParameterizedTest
    @EnumSource(Extension.class)
    void noVerbOfTheTableIsLeftOut(Extension extension) {
        String column = extension.line().split(" \\| ", -1)[2];
        List<String> labels = Stream.concat(refusedVerbs(), otherVerbs())
                .filter(verb -> verb.extension() == extension)
                .map(Verb::label)
                .toList();
        String rest = column;
        for (String label : Stream.concat(labels.stream(), WATCHES.stream())
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            rest = rest.replace(label, "");
        }
        assertThat(rest.replaceAll("[,; ]|and", ""))
                .as("verbs without a test in: %s", column)
                .isEmpty();
        assertThat(labels).isNotEmpty().allMatch(column::contains);
    }

    @Test
    void whatIsRefusedAndWhatIsNotIsWhatTheTableSays() {
        for (Extension extension : Extension.values()) {
            String without = extension.line().split(" \\| ", -1)[3];
            assertThat(refusedVerbs().anyMatch(verb -> verb.extension() == extension))
                    .as("%s: %s", extension, without)
                    .isEqualTo(without.contains("refused"));
        }
    }
}
