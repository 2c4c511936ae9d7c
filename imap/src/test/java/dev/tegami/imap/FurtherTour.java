package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user does by extensions that some servers have. Like {@link Tour}. */
enum FurtherTour implements Walk {
    ADMINISTRATION {
        @Override
        public void walk(ImapSession imap) {
            administer(imap, "bis \"Frühling\"");
        }
    },
    FINDING {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            imap.append(box, List.of(letter("b"), letter("c"), letter("a"), letter("=?utf-8?q?gr=C3=BC=C3=9Fe?=")));
            Folder folder = imap.select(box);
            assertThat(folder.page(Search.all())
                            .range(1, 2)
                            .counted()
                            .fetch(Fetch.FLAGS)
                            .uids())
                    .containsExactly(2L, 3L);
            assertThat(folder.page(Search.subject("grüße"))
                            .newestFirst()
                            .fetch()
                            .uids())
                    .containsExactly(4L);
            if (imap.has("SORT")) {
                assertThat(folder.page(Search.all())
                                .sort(Sort.SUBJECT)
                                .range(0, 1)
                                .fetch()
                                .uids())
                        .containsExactly(3L, 1L);
            }
            folder.where(Search.subject("c")).addFlags(Flag.FLAGGED);
            assertThat(folder.where(Search.flagged(Flag.FLAGGED)).fetch()).hasSize(1);
            if (imap.has(Extension.MULTISEARCH)) {
                assertThat(imap.search(SearchScope.folders(box), Search.subject("a")))
                        .hasSize(1);
            }
            if (imap.has(Extension.CONTEXT_SEARCH)) {
                try (LiveSearch live = folder.follow(Search.unseen())) {
                    folder.addFlags(UidSet.of(1), Flag.SEEN);
                    imap.noop();
                    assertThat(live.uids()).containsExactly(2L, 3L, 4L);
                }
            }
            folder.unselect();
            imap.delete(box);
        }
    },
    WRITING {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            imap.append(box, letter("one"));
            Folder folder = imap.select(box);
            folder.replace(1, NewMessage.of(letter("two")).flags(Flag.DRAFT));
            assertThat(folder.search(Search.all())).isEqualTo(UidSet.of(2));
            Catenation third = Catenation.of("Subject: three\r\n\r\n")
                    .section(box, folder.uidValidity(), 2, Section.TEXT)
                    .flags(Flag.SEEN);
            imap.append(box, third);
            assertThat(new String(
                            folder.receive(3, Section.TEXT, dev.tegami.net.Receive.bytes(100))
                                    .orElseThrow(),
                            StandardCharsets.US_ASCII))
                    .contains("hi");
            if (imap.has(Extension.ANNOTATE)) {
                folder.annotate(UidSet.of(3), Annotation.own("/comment", "call back"));
                assertThat(folder.fetch(UidSet.of(3), Fetch.annotation("/comment"))
                                .get(0)
                                .annotations()
                                .get(0)
                                .own())
                        .isEqualTo(Optional.of("call back"));
                assertThat(folder.search(Search.annotated("/comment", "call"))).isEqualTo(UidSet.of(3));
            }
            folder.unselect();
            imap.delete(box);
        }
    },
    SCALE {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            imap.append(box, List.of(letter("a"), letter("b"), letter("c")));
            boolean uidOnly =
                    imap.has(Extension.UIDONLY) && imap.enable("UIDONLY").contains("UIDONLY");
            Folder folder = imap.select(box);
            assertThat(folder.newest(2, Fetch.FLAGS)).extracting(Summary::uid).containsExactly(3L, 2L);
            assertThat(folder.batches(500).get(0).contains(3)).isTrue();
            folder.addFlags(UidSet.of(1), Flag.SEEN);
            assertThat(folder.fetch(UidSet.all(), Fetch.FLAGS))
                    .hasSize(3)
                    .allMatch(each -> each.number() == 0 == uidOnly);
            Sync first = folder.sync(FolderState.empty());
            folder.addFlags(UidSet.of(2), Flag.DELETED);
            folder.expunge(UidSet.of(2));
            assertThat(folder.sync(first.state()).state().uids()).isEqualTo(UidSet.of(1, 3));
            assertThat(folder.exists()).isEqualTo(2);
            folder.unselect();
            imap.delete(box);
        }
    },
    /** For Apache James, whose notes are ASCII, and which says each quota of a root in a line of its own. */
    ADMINISTRATION_IN_ASCII {
        @Override
        public void walk(ImapSession imap) {
            administer(imap, "until \"spring\"");
            List<Quota> found = imap.quotas("INBOX");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).resources())
                    .extracting(Quota.Resource::name)
                    .containsExactlyInAnyOrder("MESSAGE", "STORAGE");
            assertThat(imap.quota(found.get(0).root())).contains(found.get(0));
            assertThat(imap.status("INBOX", StatusItem.DELETED_STORAGE).deletedStorage())
                    .hasValue(0);
        }
    };

    private static void administer(ImapSession imap, String note) {
        String box = box(imap);
        imap.create(box);
        FolderAccess access = imap.access(box);
        assertThat(access.mine().has(Right.ADMINISTER)).isTrue();
        access.set("bob", Rights.of(Right.LOOKUP, Right.READ));
        access.grant("bob", Rights.of(Right.WRITE));
        access.revoke("bob", Rights.of(Right.READ));
        assertThat(access.all()).containsEntry("bob", Rights.of(Right.LOOKUP, Right.WRITE));
        assertThat(access.grantable("bob").identifier()).isEqualTo("bob");
        access.remove("bob");
        assertThat(access.all()).doesNotContainKey("bob");
        MetadataEntry comment = MetadataEntry.text("/private/comment", note);
        imap.metadata(box).set(comment);
        FolderListing listed = imap.list(ListQuery.matching(box).withRights().withMetadata("/private/comment"))
                .get(0);
        assertThat(listed.rights().orElseThrow().has(Right.READ)).isTrue();
        assertThat(listed.metadata()).containsExactly(comment);
        imap.metadata(box).remove("/private/comment");
        assertThat(imap.metadata(box).get("/private/comment")).isEmpty();
        imap.delete(box);
    }

    private static Message letter(String subject) {
        String header = "Subject: " + subject + "\r\nFrom: a@x.test\r\n\r\nhi\r\n";
        return Message.parse(header.getBytes(StandardCharsets.UTF_8));
    }

    private static String box(ImapSession imap) {
        return imap.namespaces().personal().get(0).prefix() + "Further tour";
    }

    @Override
    public String file(String brand) {
        return brand + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
