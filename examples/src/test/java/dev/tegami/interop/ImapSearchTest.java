package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.MessageThread;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.Search;
import dev.tegami.imap.SeqSet;
import dev.tegami.imap.Sort;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finding, counting, ordering, and grouping into conversations. */
class ImapSearchTest extends ImapServers {
    private static final LocalDate SENT = LocalDate.of(2024, 1, 15);
    private static final LocalDate ARRIVED = LocalDate.of(2020, 6, 15);

    /** What GreenMail 2.1 answers BAD to. */
    private static final Pattern GREENMAIL_LACKS = Pattern.compile("BCC|SMALLER|LARGER");

    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.SEARCH);
    }

    private static Message letter(String id, String subject, String... more) {
        String head = "From: Ada <ada@example.org>\r\nTo: bob@example.net\r\nCc: carol@example.net\r\n"
                + "Bcc: dave@example.net\r\nDate: Mon, 15 Jan 2024 00:00:00 +0000\r\nMessage-ID: <" + id
                + "@example.org>\r\n"
                + "Subject: " + subject + "\r\nX-Colour: blue\r\n";
        return Message.parse((head + String.join("", more) + "\r\nthe quick fox\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Two messages that every key tells apart; the first is the one. Midnight, for GreenMail takes a day for a moment. */
    private static Folder twoIn(ImapSession imap) {
        Folder box = filled(imap);
        OffsetDateTime then = ARRIVED.atTime(0, 0).atOffset(ZoneOffset.UTC);
        Message other = Message.compose()
                .from("zoe@example.com")
                .to("yan@example.com")
                .subject("other")
                .text("x\r\n".repeat(500))
                .build();
        imap.append(
                box.name(),
                NewMessage.of(letter("one", "=?utf-8?q?gr=C3=BC=C3=9Fe?="))
                        .flags(Flag.SEEN, Flag.FLAGGED, Flag.ANSWERED)
                        .internalDate(then),
                NewMessage.of(other).flags(Flag.DRAFT));
        Folder again = imap.select(box.name());
        again.addFlags(again.search(Search.from("ada@example.org")), Flag.FORWARDED);
        return again;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyKeyFindsTheOneItMeans(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = twoIn(imap);
            UidSet one = UidSet.of(1);
            Search[] keys = {
                Search.from("ada@example.org"),
                Search.to("bob@example.net"),
                Search.cc("carol@example.net"),
                Search.bcc("dave@example.net"),
                Search.subject("grüße"),
                Search.body("quick fox"),
                Search.anywhere("quick fox"),
                Search.header("X-Colour", "blue"),
                Search.header("X-Colour", ""),
                Search.seen(),
                Search.not(Search.unseen()),
                Search.flagged(Flag.FLAGGED),
                Search.flagged(Flag.ANSWERED),
                Search.flagged(Flag.FORWARDED),
                Search.not(Search.flagged(Flag.DRAFT)),
                Search.on(ARRIVED),
                Search.before(ARRIVED.plusDays(1)),
                Search.not(Search.since(ARRIVED.plusDays(2))),
                Search.sentOn(SENT),
                Search.sentBefore(SENT.plusDays(1)),
                Search.not(Search.sentSince(SENT.plusDays(2))),
                Search.smaller(1000),
                Search.not(Search.larger(1000)),
                Search.in(UidSet.of(1)),
                Search.in(SeqSet.of(1)),
                Search.seen().and(Search.from("ada@example.org")).and(Search.smaller(1000)),
                Search.from("nobody@example.org").or(Search.from("ada@example.org")),
                Search.not(Search.from("zoe@example.com").or(Search.flagged(Flag.DRAFT)))
            };
            List<String> refused = new ArrayList<>();
            for (Search key : keys) {
                try {
                    assertThat(box.search(key)).as("%s: %s", server, key).isEqualTo(one);
                    assertThat(box.search(Search.not(key)))
                            .as("%s: not %s", server, key)
                            .isEqualTo(UidSet.of(2));
                } catch (ImapRefused e) {
                    refused.add(key.toString());
                }
            }
            assertThat(refused).allMatch(key -> GREENMAIL_LACKS.matcher(key).find());
            assertThat(refused.isEmpty()).isEqualTo(!server.equals("greenmail"));
            assertThat(box.search(Search.all())).isEqualTo(UidSet.of(1, 2));
            assertThat(box.search(Search.flagged(Flag.DELETED)).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void quotesAndBackslashesInASearchAreOnlyText(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("q", "say \"hi\\there\" (now) {5}"));
            assertThat(box.search(Search.subject("\"hi\\there\" (now) {5}")).size())
                    .isEqualTo(1);
            assertThat(box.search(Search.subject("\" ALL NOT DELETED \"")).isEmpty())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void countsTravelAsNumbersWhereTheyCan(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one", "bee"), letter("two", "ant"), letter("three", "Re: bee"));
            assertThat(box.tally(Search.subject("bee")).count()).isEqualTo(2);
            assertThat(box.tally(Search.subject("bee")).first()).hasValue(1);
            assertThat(box.tally(Search.subject("bee")).last()).hasValue(3);
            assertThat(box.tally(Search.subject("none")).count()).isZero();
            assertThat(box.tally(Search.subject("none")).first()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theServerSorts(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder empty = filled(imap);
            OffsetDateTime then = ARRIVED.atTime(0, 0).atOffset(ZoneOffset.UTC);
            imap.append(
                    empty.name(),
                    NewMessage.of(letter("one", "bee")).internalDate(then),
                    NewMessage.of(letter("two", "ant")).internalDate(then.plusDays(1)),
                    NewMessage.of(letter("three", "Re: bee")).internalDate(then.plusDays(2)));
            Folder box = imap.select(empty.name());
            if (has(imap, "SORT")) {
                assertThat(box.sort(Search.all(), Sort.SUBJECT, Sort.ARRIVAL)).containsExactly(2, 1, 3);
                assertThat(box.sort(Search.all(), Sort.ARRIVAL.reversed())).containsExactly(3, 2, 1);
                assertThat(box.sort(Search.subject("bee"), Sort.SIZE, Sort.DATE))
                        .containsExactlyInAnyOrder(1, 3);
                assertThat(box.sort(Search.all(), Sort.FROM, Sort.TO, Sort.CC)).hasSize(3);
            } else {
                assertThatThrownBy(() -> box.sort(Search.all(), Sort.SUBJECT))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("SORT");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theServerFindsConversations(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(
                    imap,
                    letter("one", "bee"),
                    letter("two", "ant"),
                    letter("three", "Re: bee", "In-Reply-To: <one@example.org>\r\nReferences: <one@example.org>\r\n"));
            for (MessageThread.Algorithm algorithm : MessageThread.Algorithm.values()) {
                assertThat(box.threads(Search.all(), algorithm))
                        .extracting(thread -> thread.all().boxed().sorted().toList())
                        .containsExactlyInAnyOrder(List.of(1L, 3L), List.of(2L));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void agesSaveDatesIdsAndChanges(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = twoIn(imap);
            Duration day = Duration.ofDays(1);
            if (has(imap, "WITHIN")) {
                assertThat(box.search(Search.older(day))).isEqualTo(UidSet.of(1));
                assertThat(box.search(Search.younger(day))).isEqualTo(UidSet.of(2));
            }
            if (has(imap, "SAVEDATE")) {
                assertThat(box.search(Search.savedSince(ARRIVED)).size()).isEqualTo(2);
                assertThat(box.search(Search.savedBefore(ARRIVED)).isEmpty()).isTrue();
                assertThat(box.search(Search.savedOn(ARRIVED)).isEmpty()).isTrue();
            }
            if (has(imap, "OBJECTID")) {
                Summary one =
                        box.fetch(UidSet.of(1), Fetch.EMAIL_ID, Fetch.THREAD_ID).get(0);
                assertThat(box.search(Search.emailId(one.emailId().orElseThrow())))
                        .isEqualTo(UidSet.of(1));
                if (one.threadId().isPresent()) {
                    assertThat(box.search(Search.threadId(one.threadId().get())))
                            .isEqualTo(UidSet.of(1));
                }
            }
            if (has(imap, "CONDSTORE")) {
                long[] changes = box.fetch(UidSet.all(), Fetch.MODSEQ).stream()
                        .mapToLong(each -> each.modSeq().orElseThrow())
                        .toArray();
                long last = Arrays.stream(changes).max().orElseThrow();
                assertThat(box.search(Search.modifiedSince(last)).contains(1)).isTrue();
                assertThat(box.search(Search.modifiedSince(last + 1)).isEmpty()).isTrue();
            }
        }
    }
}
