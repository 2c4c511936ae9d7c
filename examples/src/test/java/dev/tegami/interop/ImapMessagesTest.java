package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Appended;
import dev.tegami.imap.Copied;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.FlagChange;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderLeft;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.Search;
import dev.tegami.imap.Section;
import dev.tegami.imap.Structure;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.net.Receive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages: stored, read in every way, marked, copied, moved and removed. */
class ImapMessagesTest extends ImapServers {
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.ofHours(9));
    private static final byte[] MINUTES = "one\r\ntwo\0three".getBytes(StandardCharsets.UTF_8);

    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.MESSAGES);
    }

    private static Message withAttachment() {
        return Message.compose()
                .from("Ada Lovelace <ada@example.org>")
                .to("bob@example.net")
                .cc("キャロル <carol@example.net>")
                .subject("議事録")
                .text("Hello Bob, grüße\r\n")
                .attach("protokoll ü.bin", Source.of(MINUTES))
                .build();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatWasStoredComesBackOctetForOctetWithItsFlagsAndItsDate(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Message letter = withAttachment();
            Folder box = filled(imap);
            imap.append(
                    box.name(),
                    NewMessage.of(letter).flags(Flag.SEEN, Flag.FLAGGED).internalDate(LONG_AGO));
            Folder again = imap.select(box.name());
            Summary found = again.fetch(UidSet.all(), Fetch.FLAGS, Fetch.INTERNAL_DATE, Fetch.SIZE)
                    .get(0);
            assertThat(found.flags()).contains(Flag.SEEN, Flag.FLAGGED);
            assertThat(found.internalDate().orElseThrow().toInstant()).isEqualTo(LONG_AGO.toInstant());
            assertThat(found.size()).hasValue(letter.size());
            assertThat(again.message(found.uid()).orElseThrow().toBytes()).isEqualTo(letter.toBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSummaryHasAllThatALocalParseHas(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, withAttachment());
            Summary found = box.fetch(
                            UidSet.all(), Fetch.ENVELOPE, Fetch.STRUCTURE, Fetch.FLAGS, Fetch.SIZE, Fetch.INTERNAL_DATE)
                    .get(0);
            Message whole = box.message(found.uid()).orElseThrow();
            assertThat(found.subject()).isEqualTo(whole.subject()).contains("議事録");
            assertThat(found.from()).isEqualTo(whole.from());
            assertThat(found.to()).isEqualTo(whole.to());
            assertThat(found.cc()).isEqualTo(whole.cc());
            assertThat(found.messageId()).isEqualTo(whole.messageId());
            assertThat(found.date().orElseThrow().toInstant())
                    .isEqualTo(whole.date().orElseThrow().toInstant());
            Structure structure = found.structure().orElseThrow();
            assertThat(structure.all().map(Structure::mediaType))
                    .containsExactly("multipart/mixed", "text/plain", "application/octet-stream");
            assertThat(structure.children().get(1).fileName()).contains("protokoll ü.bin");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void sectionsAreThePartsOfALocalParse(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Message letter = withAttachment();
            Folder box = filled(imap, letter);
            Section fields = Section.fields("Subject", "X-None");
            Section part = Section.part("2");
            Section start = Section.ALL.partial(0, 10);
            Section mime = Section.mime("2");
            Summary found = box.fetch(
                            UidSet.all(),
                            Fetch.section(Section.HEADER),
                            Fetch.section(fields),
                            Fetch.section(Section.TEXT),
                            Fetch.section(part),
                            Fetch.section(mime))
                    .get(0);
            String whole = text(letter.toBytes());
            String header = text(found.section(Section.HEADER).orElseThrow());
            assertThat(header).endsWith("\r\n\r\n");
            String body = text(found.section(Section.TEXT).orElseThrow());
            assertThat(whole).startsWith(header + body);
            assertThat(whole.substring(header.length() + body.length())).isIn("", "\r\n"); // GreenMail drops the last
            assertThat(text(found.section(fields).orElseThrow()))
                    .startsWith("Subject: ")
                    .endsWith("\r\n\r\n");
            assertThat(text(found.section(mime).orElseThrow())).containsIgnoringCase("Content-Transfer-Encoding");
            assertThat(whole).contains(text(found.section(part).orElseThrow()));
            assertThat(box.receive(found.uid(), part, Receive.bytes(10_000)))
                    .hasValue(found.section(part).orElseThrow());
            assertThat(text(box.receive(found.uid(), start, Receive.bytes(100)).orElseThrow()))
                    .isEqualTo(whole.substring(0, 10));
            assertThat(box.fetch(UidSet.all(), Fetch.FLAGS).get(0).flags()).doesNotContain(Flag.SEEN);
            assertThat(box.receive(4_000_000_000L, Section.ALL, Receive.bytes(100)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theServerDecodesWhereItCan(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, withAttachment());
            if (has(imap, "BINARY")) {
                Section part = Section.part("2");
                Summary found = box.fetch(UidSet.all(), Fetch.binary(part)).get(0);
                assertThat(found.binary(part)).hasValue(MINUTES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void previewSaveDateAndLastingIds(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            if (has(imap, "PREVIEW")) {
                Summary found = box.fetch(UidSet.all(), Fetch.PREVIEW).get(0);
                // a server without an indexer has none at hand, and says so
                assertThat(found.preview().orElse("Hello Bob")).contains("Hello Bob");
            }
            if (has(imap, "SAVEDATE")) {
                assertThat(box.fetch(UidSet.all(), Fetch.SAVE_DATE)
                                .get(0)
                                .saveDate()
                                .orElseThrow())
                        .isAfter(LONG_AGO);
            }
            if (has(imap, "OBJECTID")) {
                Summary ids =
                        box.fetch(UidSet.all(), Fetch.EMAIL_ID, Fetch.THREAD_ID).get(0);
                String id = ids.emailId().orElseThrow();
                assertThat(box.mailboxId()).isPresent();
                String copies = name(imap, "Copies");
                imap.create(copies);
                box.copy(UidSet.all(), copies);
                assertThat(imap.select(copies)
                                .fetch(UidSet.all(), Fetch.EMAIL_ID)
                                .get(0)
                                .emailId())
                        .contains(id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void flagsAndKeywordsAreAddedTakenAwayAndReplaced(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"));
            assertThat(box.permanentFlags()).contains(Flag.SEEN, Flag.DELETED);
            List<Flag> keywords = box.takesNewKeywords()
                    ? List.of(Flag.FORWARDED, Flag.MDN_SENT, Flag.JUNK, Flag.NOT_JUNK, Flag.IMPORTANT, Flag.of("mine"))
                    : List.of(Flag.FORWARDED);
            box.addFlags(UidSet.all(), keywords.toArray(Flag[]::new));
            box.addFlags(UidSet.all(), Flag.SEEN);
            List<Summary> marked = box.fetch(UidSet.all(), Fetch.FLAGS);
            if (box.takesNewKeywords()) {
                assertThat(marked).hasSize(2).allMatch(each -> each.flags().containsAll(keywords));
            }
            assertThat(marked).allMatch(each -> each.flags().contains(Flag.SEEN));
            box.removeFlags(UidSet.all(), Flag.SEEN, Flag.FORWARDED);
            assertThat(box.fetch(UidSet.all(), Fetch.FLAGS))
                    .noneMatch(each ->
                            each.flags().contains(Flag.SEEN) || each.flags().contains(Flag.FORWARDED));
            box.replaceFlags(UidSet.all(), Flag.ANSWERED);
            assertThat(box.fetch(UidSet.all(), Fetch.FLAGS))
                    .allMatch(each -> without(each.flags(), Flag.RECENT).equals(Set.of(Flag.ANSWERED)));
        }
    }

    private static Set<Flag> without(Set<Flag> flags, Flag one) {
        return flags.stream().filter(each -> !each.equals(one)).collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void flagsChangeOnlyWhereNobodyElseChangedThem(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            UidSet first = box.search(Search.all());
            if (has(imap, "CONDSTORE")) {
                long before = box.fetch(first, Fetch.MODSEQ).get(0).modSeq().orElseThrow();
                assertThat(box.storeUnchanged(first, before, FlagChange.ADD, Flag.FLAGGED)
                                .isEmpty())
                        .isTrue();
                assertThat(box.storeUnchanged(first, before, FlagChange.REMOVE, Flag.FLAGGED))
                        .isEqualTo(first);
                assertThat(box.fetch(first, Fetch.FLAGS).get(0).flags()).contains(Flag.FLAGGED);
            } else {
                assertThatThrownBy(() -> box.storeUnchanged(first, 1, FlagChange.ADD, Flag.FLAGGED))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("CONDSTORE");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void severalAreStoredAtOnceAndEachSaysWhere(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap);
            List<Appended> where = imap.append(
                    box.name(),
                    NewMessage.of(letter("one")).flags(Flag.SEEN),
                    NewMessage.of(letter("two")).internalDate(LONG_AGO),
                    NewMessage.of(letter("three")));
            assertThat(where).hasSize(3);
            Folder again = imap.select(box.name());
            List<Summary> found = again.fetch(UidSet.all(), Fetch.ENVELOPE, Fetch.FLAGS, Fetch.INTERNAL_DATE);
            assertThat(found).extracting(each -> each.subject().orElse("")).containsExactly("one", "two", "three");
            assertThat(found.get(0).flags()).contains(Flag.SEEN);
            assertThat(found.get(1).internalDate().orElseThrow().toInstant()).isEqualTo(LONG_AGO.toInstant());
            for (int i = 0; i < 3 && has(imap, "UIDPLUS"); i++) {
                assertThat(where.get(i).uids()).isEqualTo(UidSet.of(found.get(i).uid()));
                assertThat(where.get(i).uidValidity()).isEqualTo(again.uidValidity());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void copiesAndMovesSayWhereTo(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String target = name(imap, "Target");
            imap.create(target);
            Folder box = filled(imap, letter("one"), letter("two"));
            UidSet all = box.search(Search.all());
            Copied copied = box.copy(all, target);
            assertThat(box.search(Search.all())).isEqualTo(all);
            UidSet second = box.search(Search.subject("two"));
            Copied moved = box.move(second, target);
            assertThat(box.search(Search.all()).size()).isEqualTo(1);
            assertThat(box.exists()).isEqualTo(1);
            Folder there = imap.select(target);
            assertThat(there.fetch(UidSet.all(), Fetch.ENVELOPE))
                    .extracting(each -> each.subject().orElse(""))
                    .containsExactly("one", "two", "two");
            if (has(imap, "UIDPLUS")) {
                assertThat(copied.targets().and(moved.targets())).isEqualTo(there.search(Search.all()));
                assertThat(copied.sources()).isEqualTo(all);
                assertThat(copied.uid(second.stream().min().orElseThrow()))
                        .isEqualTo(there.search(Search.subject("two")).stream().min());
                assertThat(copied.uidValidity()).isEqualTo(there.uidValidity());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void onlyTheseAreExpungedWhoeverMarkedOthers(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"), letter("three"));
            box.addFlags(UidSet.all(), Flag.DELETED);
            if (has(imap, "UIDPLUS")) {
                box.expunge(box.search(Search.subject("two")));
                assertThat(box.fetch(UidSet.all(), Fetch.ENVELOPE))
                        .extracting(each -> each.subject().orElse(""))
                        .containsExactly("one", "three");
            }
            box.expunge();
            assertThat(box.search(Search.all()).isEmpty()).isTrue();
            assertThat(box.exists()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavingAFolderRemovesOnlyWhenAsked(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            box.addFlags(UidSet.all(), Flag.DELETED);
            box.unselect();
            assertThatThrownBy(() -> box.search(Search.all())).isInstanceOf(FolderLeft.class);
            assertThat(imap.status(box.name()).messages()).hasValue(1);
            imap.select(box.name()).close();
            assertThat(imap.status(box.name()).messages()).hasValue(0);
        }
    }
}
