package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a user does, using whatever the server offers: the same with real servers, when transcripts are captured, and
 * with the transcripts.
 */
enum Tour implements Walk {
    FOLDERS {
        @Override
        public void walk(ImapSession imap) {
            if (imap.has("ID")) {
                assertThat(imap.id(Map.of("name", "Tegami"))).isNotNull();
            }
            String box = box(imap);
            String old = box + " 日本";
            String young = box + " Entwürfe";
            imap.create(old);
            imap.rename(old, young);
            imap.subscribe(young);
            List<FolderListing> all = imap.list(ListQuery.all().withStatus(COUNTS));
            FolderListing found = all.stream()
                    .filter(each -> each.name().equals(young))
                    .findFirst()
                    .orElseThrow();
            Status status = found.status().orElseThrow();
            assertThat(status.messages()).hasValue(0);
            assertThat(status.size().isPresent()).isEqualTo(imap.has("STATUS=SIZE"));
            assertThat(status.mailboxId().isPresent()).isEqualTo(imap.has("OBJECTID"));
            assertThat(all).extracting(FolderListing::name).contains("INBOX");
            assertThat(imap.list(ListQuery.all().subscribed()))
                    .extracting(FolderListing::name)
                    .contains(young);
            if (imap.has("QUOTA")) {
                assertThat(imap.quotas("INBOX")).isNotNull();
            }
            imap.unsubscribe(young);
            imap.delete(young);
        }
    },
    MESSAGES {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            List<Appended> where = imap.append(
                    box, NewMessage.of(LETTER).flags(Flag.SEEN).internalDate(LONG_AGO), NewMessage.of(LETTER));
            assertThat(where).hasSize(2);
            Folder folder = imap.select(box);
            assertThat(folder.exists()).isEqualTo(2);
            UidSet first = UidSet.of(1);
            Summary found = folder.fetch(
                            first, Fetch.ENVELOPE, Fetch.STRUCTURE, Fetch.FLAGS, Fetch.SIZE, Fetch.INTERNAL_DATE)
                    .get(0);
            assertThat(found.subject()).contains("grüße");
            assertThat(found.messageId()).contains("1@x.test");
            assertThat(found.size()).hasValue(LETTER.size());
            assertThat(found.internalDate().orElseThrow().toInstant()).isEqualTo(LONG_AGO.toInstant());
            assertThat(found.structure().orElseThrow().all().map(Structure::section))
                    .startsWith("", "1", "2");
            Section fields = Section.fields("Subject", "X-None");
            assertThat(folder.fetch(first, Fetch.section(fields)).get(0).section(fields))
                    .isPresent();
            assertThat(folder.receive(1, Section.part("1"), Receive.bytes(100))
                            .map(octets -> new String(octets, StandardCharsets.US_ASCII)))
                    .contains("Z3LDvMOfZQ==");
            extensions(imap, folder, first);
            marks(imap, folder, first);
            String target = box + "2";
            imap.create(target);
            folder.copy(first, target);
            folder.move(first, target);
            assertThat(folder.search(Search.all())).isEqualTo(UidSet.of(2));
            folder.addFlags(UidSet.of(2), Flag.DELETED);
            folder.expunge(UidSet.of(2));
            assertThat(folder.search(Search.all()).isEmpty()).isTrue();
            folder.unselect();
            imap.delete(target);
            imap.delete(box);
        }

        private void extensions(ImapSession imap, Folder folder, UidSet first) {
            List<Fetch> wanted = new ArrayList<>();
            Section text = Section.part("1");
            if (imap.has("PREVIEW")) {
                wanted.add(Fetch.PREVIEW);
            }
            if (imap.has("SAVEDATE")) {
                wanted.add(Fetch.SAVE_DATE);
            }
            if (imap.has("OBJECTID")) {
                wanted.addAll(List.of(Fetch.EMAIL_ID, Fetch.THREAD_ID));
            }
            if (imap.has("BINARY")) {
                wanted.add(Fetch.binary(text));
            }
            if (!wanted.isEmpty()) {
                Summary found =
                        folder.fetch(first, wanted.toArray(Fetch[]::new)).get(0);
                assertThat(found.saveDate().isPresent()).isEqualTo(imap.has("SAVEDATE"));
                assertThat(found.emailId().isPresent()).isEqualTo(imap.has("OBJECTID"));
                assertThat(found.binary(text).map(octets -> new String(octets, StandardCharsets.UTF_8)))
                        .isEqualTo(imap.has("BINARY") ? java.util.Optional.of("grüße") : java.util.Optional.empty());
            }
        }

        private void marks(ImapSession imap, Folder folder, UidSet first) {
            folder.addFlags(first, Flag.FORWARDED, Flag.FLAGGED);
            folder.removeFlags(first, Flag.SEEN);
            assertThat(folder.fetch(first, Fetch.FLAGS).get(0).flags())
                    .contains(Flag.FLAGGED)
                    .doesNotContain(Flag.SEEN);
            if (imap.has("CONDSTORE")) {
                long now = folder.fetch(first, Fetch.MODSEQ).get(0).modSeq().orElseThrow();
                assertThat(folder.storeUnchanged(first, now - 1, FlagChange.ADD, Flag.SEEN))
                        .isEqualTo(first);
            }
        }
    },
    SEARCH {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            imap.append(box, NewMessage.of(LETTER).internalDate(LONG_AGO), NewMessage.of(LETTER));
            Folder folder = imap.select(box);
            assertThat(folder.search(Search.from("ada@x.test")
                            .and(Search.not(Search.seen().or(Search.flagged(Flag.FORWARDED))))
                            .and(Search.before(LocalDate.of(2002, 1, 1)))
                            .and(Search.sentOn(LocalDate.of(2024, 1, 1)))
                            .and(Search.larger(10))
                            .and(Search.subject("grüße"))))
                    .isEqualTo(UidSet.of(1));
            assertThat(folder.tally(Search.header("Message-ID", "1@x.test"))).isEqualTo(TWO);
            if (imap.has("SORT")) {
                assertThat(folder.sort(Search.all(), Sort.ARRIVAL.reversed())).containsExactly(2, 1);
            }
            for (MessageThread.Algorithm algorithm : MessageThread.Algorithm.values()) {
                if (imap.has("THREAD=" + algorithm)) {
                    assertThat(folder.threads(Search.all(), algorithm).stream().flatMapToLong(MessageThread::all))
                            .containsExactlyInAnyOrder(1L, 2L);
                }
            }
            if (imap.has("WITHIN")) {
                assertThat(folder.search(Search.older(Duration.ofHours(1)))).isEqualTo(UidSet.of(1));
                assertThat(folder.search(Search.younger(Duration.ofHours(1)))).isEqualTo(UidSet.of(2));
            }
            if (imap.has("SAVEDATE")) {
                assertThat(folder.search(Search.savedSince(LocalDate.of(2020, 1, 1)))
                                .size())
                        .isEqualTo(2);
            }
            if (imap.has("OBJECTID")) {
                String id = folder.fetch(UidSet.of(1), Fetch.EMAIL_ID)
                        .get(0)
                        .emailId()
                        .orElseThrow();
                assertThat(folder.search(Search.emailId(id)).contains(1)).isTrue();
            }
            if (imap.has("CONDSTORE")) {
                assertThat(folder.search(Search.modifiedSince(1)).size()).isEqualTo(2);
            }
            folder.unselect();
            imap.delete(box);
        }
    },
    NEWS {
        @Override
        public void walk(ImapSession imap) {
            String box = box(imap);
            imap.create(box);
            imap.append(box, LETTER);
            Folder folder = imap.select(box);
            Sync first = folder.sync(FolderState.empty());
            assertThat(first.state().uids()).isEqualTo(UidSet.of(1));
            folder.addFlags(UidSet.of(1), Flag.FLAGGED);
            imap.append(box, LETTER);
            imap.noop();
            Sync second = folder.sync(first.state());
            assertThat(second.state().uids()).isEqualTo(UidSet.of(1, 2));
            folder.addFlags(UidSet.of(1), Flag.DELETED);
            folder.expunge();
            assertThat(folder.sync(second.state()).state().uids()).isEqualTo(UidSet.of(2));
            if (imap.has("NOTIFY")) {
                imap.notifyOf(NotifyScope.SELECTED);
                imap.notifyOf();
            }
            if (imap.has("IDLE")) {
                folder.idle(Duration.ofNanos(1));
            }
            folder.unselect();
            imap.delete(box);
        }
    };

    static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

    private static final StatusItem[] COUNTS =
            EnumSet.complementOf(EnumSet.of(StatusItem.DELETED_STORAGE)).toArray(StatusItem[]::new);
    private static final Tally TWO = new Tally(2, java.util.OptionalLong.of(1), java.util.OptionalLong.of(2));

    private static final Message LETTER = Message.parse(String.join(
                    "\r\n",
                    "Date: Mon, 1 Jan 2024 00:00:00 +0000",
                    "From: Ada <ada@x.test>",
                    "To: undisclosed-recipients:;",
                    "Message-ID: <1@x.test>",
                    "Subject: =?utf-8?q?gr=C3=BC=C3=9Fe?=",
                    "MIME-Version: 1.0",
                    "Content-Type: multipart/mixed; boundary=b",
                    "",
                    "--b",
                    "Content-Type: text/plain; charset=utf-8",
                    "Content-Transfer-Encoding: base64",
                    "",
                    "Z3LDvMOfZQ==",
                    "--b",
                    "Content-Type: message/rfc822",
                    "",
                    "Subject: inner",
                    "",
                    "text",
                    "--b--",
                    "")
            .getBytes(StandardCharsets.US_ASCII));

    /** A folder of its own, where the server lets one make folders. */
    String box(ImapSession imap) {
        String name = "Tour " + name().toLowerCase(Locale.ROOT);
        return imap.has("NAMESPACE") ? imap.namespaces().personal().get(0).prefix() + name : name;
    }

    @Override
    public String file(String brand) {
        return brand + "-" + name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
