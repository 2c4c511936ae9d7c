package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Extensions by the examples of their documents. */
class ExtensionTest {
    private interface Talk {
        void over(ImapSession imap);
    }

    private static void dialogue(String capabilities, Talk talk, String... lines) throws Exception {
        String[] all = Stream.concat(
                        Stream.of("S: * PREAUTH [CAPABILITY IMAP4rev1 " + capabilities + "] hello"), Stream.of(lines))
                .toArray(String[]::new);
        Sessions.dialogue(all).everyWay(wire -> talk.over(Sessions.over(wire)));
    }

    private static String[] selected(String... more) {
        String[] select = {"C: A1 SELECT \"INBOX\"", "S: * 3 EXISTS", "S: A1 OK [READ-WRITE] done"};
        return Stream.concat(Stream.of(select), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void namespacesHaveThreeLists() throws Exception {
        dialogue(
                "NAMESPACE",
                imap -> {
                    Namespaces places = imap.namespaces();
                    assertThat(places.personal())
                            .containsExactly(new Namespaces.Namespace("", "/"), new Namespaces.Namespace("ü/", "/"));
                    assertThat(places.others()).isEmpty();
                    assertThat(places.shared()).containsExactly(new Namespaces.Namespace("Public", ""));
                },
                "C: A1 NAMESPACE",
                "S: * NAMESPACE ((\"\" \"/\")(\"&APw-/\" \"/\" \"X-PARAM\" (\"a\" \"b\"))) NIL ((\"Public\" NIL))",
                "S: A1 OK done");
    }

    @Test
    void quotaRootsMayComeUnquoted() throws Exception {
        dialogue(
                "QUOTA",
                imap -> assertThat(imap.quotas("INBOX"))
                        .containsExactly(new Quota(
                                "#private&alice@example.test",
                                List.of(new Quota.Resource("STORAGE", 10, 512), new Quota.Resource("MESSAGE", 1, 9)))),
                "C: A1 GETQUOTAROOT \"INBOX\"",
                "S: * QUOTAROOT INBOX #private&alice@example.test",
                "S: * QUOTA #private&alice@example.test (STORAGE 10 512 MESSAGE 1 9)",
                "S: A1 OK done");
    }

    @Test
    void statusAsksOnlyForWhatTheServerKnows() throws Exception {
        dialogue(
                "STATUS=SIZE OBJECTID APPENDLIMIT",
                imap -> {
                    Status status = imap.status("INBOX", StatusItem.values());
                    assertThat(status.size()).hasValue(44421);
                    assertThat(status.mailboxId()).contains("F1");
                    assertThat(status.appendLimit()).isEmpty();
                    assertThat(status.highestModSeq()).isEmpty();
                },
                "C: A1 STATUS \"INBOX\" (MESSAGES UIDNEXT UIDVALIDITY UNSEEN SIZE APPENDLIMIT MAILBOXID)",
                "S: * STATUS INBOX (MESSAGES 1 SIZE 44421 MAILBOXID (F1) APPENDLIMIT NIL)",
                "S: A1 OK done");
    }

    @Test
    void foldersComeWithTheirNumbersInOneCommand() throws Exception {
        dialogue(
                "LIST-EXTENDED LIST-STATUS SPECIAL-USE",
                imap -> {
                    List<FolderListing> found =
                            imap.list(ListQuery.all().subscribed().withStatus(StatusItem.UNSEEN));
                    assertThat(found).hasSize(2);
                    assertThat(found.get(0).status().orElseThrow().unseen()).hasValue(2);
                    assertThat(found.get(1).specialUse()).contains(SpecialUse.SENT);
                    assertThat(found.get(1).status()).isEmpty();
                },
                "C: A1 LIST (SUBSCRIBED) \"\" \"*\" RETURN (SUBSCRIBED CHILDREN SPECIAL-USE STATUS (UNSEEN))",
                "S: * LIST (\\Subscribed \\HasNoChildren) \"/\" inbox",
                "S: * STATUS INBOX (UNSEEN 2)",
                "S: * LIST (\\Subscribed \\sent) \"/\" Out",
                "S: A1 OK done");
    }

    @Test
    void withoutTheExtensionsSeveralCommandsGiveTheSame() throws Exception {
        dialogue(
                "",
                imap -> {
                    List<FolderListing> found =
                            imap.list(ListQuery.matching("%").subscribed().withStatus(StatusItem.UNSEEN));
                    assertThat(found.get(0).status().orElseThrow().unseen()).hasValue(2);
                    assertThat(found.get(1).status()).isEmpty();
                    assertThat(found.get(1).likelyUse()).contains(SpecialUse.DRAFTS);
                },
                "C: A1 LSUB \"\" \"%\"",
                "S: * LSUB () \"/\" INBOX",
                "S: * LSUB () \"/\" \"INBOX/Entw&APw-rfe\"",
                "S: A1 OK done",
                "C: A2 STATUS \"INBOX\" (UNSEEN)",
                "S: * STATUS INBOX (UNSEEN 2)",
                "S: A2 OK done",
                "C: A3 STATUS \"INBOX/Entw&APw-rfe\" (UNSEEN)",
                "S: A3 NO gone");
    }

    @Test
    void afterUtf8AcceptNamesAreUtf8InBothDirections() throws Exception {
        dialogue(
                "ENABLE UTF8=ACCEPT",
                imap -> {
                    assertThat(imap.enable("UTF8=ACCEPT")).containsExactly("UTF8=ACCEPT");
                    assertThat(imap.list()).extracting(FolderListing::name).containsExactly("A&APw-", "B&C");
                    assertThat(imap.status("A&APw-").folder()).isEqualTo("A&APw-");
                },
                "C: A1 ENABLE UTF8=ACCEPT",
                "S: * ENABLED UTF8=ACCEPT",
                "S: A1 OK done",
                "C: A2 LIST \"\" \"*\"",
                "S: * LIST () \"/\" \"A&APw-\"",
                "S: * LIST () \"/\" \"B&C\"",
                "S: A2 OK done",
                "C: A3 STATUS \"A&APw-\" (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)",
                "S: * STATUS \"A&APw-\" (MESSAGES 1)",
                "S: A3 OK done");
    }

    @Test
    void sortThreadAndTally() throws Exception {
        dialogue(
                "SORT THREAD=REFERENCES ESEARCH",
                imap -> {
                    Folder inbox = imap.select("INBOX");
                    assertThat(inbox.sort(Search.all(), Sort.DATE.reversed(), Sort.SUBJECT))
                            .containsExactly(5, 3, 9);
                    List<MessageThread> threads = inbox.threads(Search.all(), MessageThread.Algorithm.REFERENCES);
                    assertThat(threads).hasSize(3);
                    assertThat(threads.get(1).messages()).containsExactly(3L, 6L);
                    assertThat(threads.get(1).branches()).hasSize(2);
                    assertThat(threads.get(1).all()).containsExactly(3L, 6L, 4L, 23L, 44L, 7L, 96L);
                    assertThat(threads.get(2).messages()).isEmpty();
                    Tally tally = inbox.tally(Search.unseen());
                    assertThat(tally.count()).isEqualTo(17);
                    assertThat(tally.first()).hasValue(4);
                    assertThat(tally.last()).hasValue(321);
                },
                selected(
                        "C: A2 UID SORT (REVERSE DATE SUBJECT) UTF-8 ALL",
                        "S: * SORT 5 3 9",
                        "S: A2 OK done",
                        "C: A3 UID THREAD REFERENCES UTF-8 ALL",
                        "S: * THREAD (2)(3 6 (4 23)(44 7 96))((8)(9))",
                        "S: A3 OK done",
                        "C: A4 UID SEARCH RETURN (MIN MAX COUNT) UNSEEN",
                        "S: * ESEARCH (TAG \"A4\") UID MIN 4 MAX 321 COUNT 17",
                        "S: A4 OK done"));
    }

    @Test
    void flagsChangeOnlyWhereNobodyElseChangedThem() throws Exception {
        dialogue(
                "CONDSTORE UNSELECT",
                imap -> {
                    Folder inbox = imap.select("INBOX");
                    assertThat(inbox.fetch(UidSet.of(5), Fetch.MODSEQ).get(0).modSeq())
                            .hasValue(320162338);
                    UidSet left = inbox.storeUnchanged(UidSet.range(5, 9), 320162338, FlagChange.ADD, Flag.SEEN);
                    assertThat(left).isEqualTo(UidSet.of(7, 9));
                    inbox.unselect();
                    assertThatThrownBy(inbox::expunge).isInstanceOf(FolderLeft.class);
                },
                selected(
                        "C: A2 UID FETCH 5 (UID MODSEQ)",
                        "S: * 2 FETCH (UID 5 MODSEQ (320162338))",
                        "S: A2 OK done",
                        "C: A3 UID STORE 5:9 (UNCHANGEDSINCE 320162338) +FLAGS.SILENT (\\Seen)",
                        "S: * 2 FETCH (UID 5 MODSEQ (320162350))",
                        "S: A3 OK [MODIFIED 7,9] Conditional STORE failed",
                        "C: A4 UNSELECT",
                        "S: A4 OK done"));
    }

    @Test
    void withoutUnselectTheFolderIsReadOnlyBeforeItIsClosed() throws Exception {
        dialogue(
                "",
                imap -> imap.select("INBOX").unselect(),
                selected("C: A2 EXAMINE \"INBOX\"", "S: A2 OK [READ-ONLY] done", "C: A3 CLOSE", "S: A3 OK done"));
    }

    @Test
    void previewSaveDateIdsAndDecodedParts() throws Exception {
        dialogue(
                "PREVIEW SAVEDATE OBJECTID BINARY",
                imap -> {
                    Folder inbox = imap.select("INBOX");
                    Section part = Section.part("1");
                    Summary summary = inbox.fetch(
                                    UidSet.of(7),
                                    Fetch.PREVIEW,
                                    Fetch.SAVE_DATE,
                                    Fetch.EMAIL_ID,
                                    Fetch.THREAD_ID,
                                    Fetch.binary(part))
                            .get(0);
                    assertThat(summary.preview()).contains("Hello Bob");
                    assertThat(summary.saveDate().orElseThrow().getYear()).isEqualTo(2024);
                    assertThat(summary.emailId()).contains("M6d");
                    assertThat(summary.threadId()).isEmpty();
                    assertThat(summary.section(part)).isEmpty();
                    assertThat(summary.binary(part).orElseThrow()).containsExactly('h', 0, 'i');
                },
                selected(
                        "C: A2 UID FETCH 7 (UID PREVIEW SAVEDATE EMAILID THREADID BINARY.PEEK[1])",
                        "S: * 1 FETCH (UID 7 PREVIEW \"Hello Bob\" SAVEDATE \"01-Jan-2024 00:00:00 +0100\""
                                + " EMAILID (M6d) THREADID NIL BINARY.SIZE[1] 3 BINARY[1] ~{3}",
                        "S-: h\0i",
                        "S: )",
                        "S: A2 OK done"));
    }

    @Test
    void anItemThatIsNilIsStillAnAnswer() throws Exception {
        dialogue(
                "PREVIEW",
                imap -> {
                    List<Summary> found = imap.select("INBOX").fetch(UidSet.of(7), Fetch.PREVIEW);
                    assertThat(found).hasSize(1);
                    assertThat(found.get(0).preview()).isEmpty();
                },
                selected("C: A2 UID FETCH 7 (UID PREVIEW)", "S: * 1 FETCH (UID 7 PREVIEW NIL)", "S: A2 OK done"));
    }

    @Test
    void newsOfOtherFoldersAreEvents() throws Exception {
        dialogue(
                "NOTIFY",
                imap -> {
                    List<Event> heard = new ArrayList<>();
                    imap.listen(heard::add);
                    imap.notifyOf(NotifyScope.SELECTED, NotifyScope.PERSONAL);
                    imap.noop();
                    imap.notifyOf();
                    assertThat(heard).hasSize(2);
                    assertThat(((Event.StatusChanged) heard.get(0)).status().unseen())
                            .hasValue(5);
                    assertThat(((Event.Listed) heard.get(1)).folder().name()).isEqualTo("New");
                },
                "C: A1 NOTIFY SET (selected (MessageNew (UID FLAGS) MessageExpunge FlagChange))"
                        + " (personal (MessageNew MessageExpunge MailboxName SubscriptionChange))",
                "S: A1 OK done",
                "C: A2 NOOP",
                "S: * STATUS Lists (UIDNEXT 10002 UNSEEN 5)",
                "S: * LIST () \"/\" New (\"OLDNAME\" (\"Old\"))",
                "S: A2 OK done",
                "C: A3 NOTIFY NONE",
                "S: A3 OK done");
    }

    @Test
    void withoutTheCapabilityTheErrorNamesIt() throws Exception {
        dialogue("", imap -> {
            assertThatThrownBy(imap::namespaces).hasMessageContaining("NAMESPACE");
            assertThatThrownBy(() -> imap.quotas("INBOX")).hasMessageContaining("QUOTA");
            assertThatThrownBy(imap::notifyOf).hasMessageContaining("NOTIFY");
        });
    }

    @Test
    void anAnswerWithoutEndMeetsALimitAndEndsTheSession() throws Exception {
        String[] lines = new String[1003];
        Arrays.fill(lines, "S: * SEARCH" + " 4294967295".repeat(90_000));
        lines[0] = "S: * PREAUTH [CAPABILITY IMAP4rev1] hello";
        lines[1] = "C: A1 SELECT \"INBOX\"";
        lines[2] = "S: A1 OK done\nC: A2 UID SEARCH ALL";
        Sessions.dialogue(Arrays.copyOf(lines, 110)).whole(wire -> {
            Folder inbox = Sessions.over(wire).select("INBOX");
            assertThatThrownBy(() -> inbox.search(Search.all()))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("numbers");
        });
    }

    @Test
    void namesSuggestAUseOnlyAtTheTop() {
        assertThat(FolderNames.use("Gesendet", "/")).contains(SpecialUse.SENT);
        assertThat(FolderNames.use("INBOX.Trash", ".")).contains(SpecialUse.TRASH);
        assertThat(FolderNames.use("送信済み", "/")).contains(SpecialUse.SENT);
        assertThat(FolderNames.use("Projects/Archive", "/")).isEqualTo(Optional.empty());
    }
}
