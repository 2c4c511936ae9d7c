package dev.tegami.imap;

import static dev.tegami.imap.StatusItem.APPENDLIMIT;
import static dev.tegami.imap.StatusItem.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.quirk.CourierMessages;
import dev.tegami.imap.internal.quirk.CyrusMailboxIds;
import dev.tegami.imap.internal.quirk.GreenMailHeaders;
import dev.tegami.imap.internal.quirk.JamesAppendLimit;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each defect by what the server really said; that we go round it where we know the brand, the tours show. */
class QuirkTest {
    private interface Talk {
        void over(ImapSession imap);
    }

    private static void replay(String file, Talk talk) throws Exception {
        Sessions.replay(file).everyWay(wire -> {
            try (ImapSession imap = Sessions.over(wire)) {
                talk.over(imap);
            }
        });
    }

    @Test
    void strayMemoryIsNoMailboxId() throws Exception {
        replay("cyrus-mailboxid.txt", imap -> {
            List<FolderListing> all = imap.list(ListQuery.all().withStatus(StatusItem.values()));
            assertThat(all)
                    .hasSize(2)
                    .allMatch(each -> each.status().orElseThrow().mailboxId().isEmpty());
            assertThat(all.get(1).status().orElseThrow().highestModSeq()).hasValue(6);
        });
    }

    @Test
    void cyrusIsAskedForMailboxIdsAlone() {
        assertThat(CyrusMailboxIds.apart("host Cyrus IMAP 3.6.1 server ready", "MESSAGES UNSEEN MAILBOXID"))
                .containsExactly("MESSAGES UNSEEN", "MAILBOXID");
        assertThat(CyrusMailboxIds.apart("Dovecot ready.", "MESSAGES MAILBOXID"))
                .hasSize(1);
        assertThat(CyrusMailboxIds.apart("host Cyrus IMAP 3.6.1 server ready", "MAILBOXID"))
                .hasSize(1);
    }

    @Test
    void aListThatFailsForALimitFailsAloneAndStatusAnswers() throws Exception {
        replay("james-appendlimit.txt", imap -> {
            try {
                throw new AssertionError(imap.list(ListQuery.all().withStatus(MESSAGES, APPENDLIMIT)));
            } catch (ImapRefused refused) {
                assertThat(refused.serverText()).contains("LIST processing failed");
            }
            assertThat(imap.status("INBOX", MESSAGES, APPENDLIMIT).appendLimit())
                    .isEmpty();
        });
    }

    @Test
    void jamesIsAskedForAppendLimitsByStatus() {
        String greeting = "JAMES IMAP4rev1 Server vm is ready.";
        assertThat(JamesAppendLimit.apart(greeting, "MESSAGES APPENDLIMIT MAILBOXID"))
                .containsExactly("MESSAGES MAILBOXID", "APPENDLIMIT");
        assertThat(JamesAppendLimit.failsInList(greeting, "APPENDLIMIT")).isTrue();
        assertThat(JamesAppendLimit.failsInList("Dovecot ready.", "APPENDLIMIT"))
                .isFalse();
    }

    @Test
    void jamesReadsOptionsOfNotesBehindTheNameOfTheFolder() throws Exception {
        replay("james-metadata-options.txt", imap -> {
            MetadataStore notes = imap.metadata("Notes");
            MetadataEntry comment = MetadataEntry.text("/private/comment", "short");
            MetadataEntry more = MetadataEntry.text("/private/comment/more", "quite a bit longer");
            notes.set(comment);
            notes.set(more);
            MetadataQuery query = MetadataQuery.of("/private/comment");
            Metadata small = notes.ask(query.andAllBelow().upTo(10));
            assertThat(small.entries()).containsExactly(comment);
            assertThat(small.longest()).hasValue(18);
            assertThat(notes.ask(query.andBelow()).entries()).containsExactly(comment, more);
        });
    }

    @Test
    void namesStayInUtf7WhereUtf8IsOnlySaidToBeOn() throws Exception {
        replay("dovecot24-utf8.txt", imap -> {
            assertThat(imap.enable("UTF8=ACCEPT")).containsExactly("UTF8=ACCEPT");
            imap.create("eü");
            assertThat(imap.list("eü")).extracting(FolderListing::name).containsExactly("eü");
        });
    }

    @Test
    void aHeaderEndsWithAnEmptyLine() {
        byte[] header = {'A', ':', ' ', 'b', '\r', '\n'};
        assertThat(GreenMailHeaders.mend("HEADER", header))
                .endsWith('b', '\r', '\n', '\r', '\n')
                .hasSize(8);
        assertThat(GreenMailHeaders.mend("2.MIME", new byte[] {'A', ':', 'b'})).hasSize(7);
        assertThat(GreenMailHeaders.mend("HEADER.FIELDS (A)", GreenMailHeaders.mend("HEADER", header)))
                .hasSize(8);
        assertThat(GreenMailHeaders.mend("TEXT", header)).isEqualTo(header);
        assertThat(GreenMailHeaders.mend("HEADER", new byte[0])).hasSize(4);
    }

    @Test
    void aStreamedHeaderEndsWithAnEmptyLineToo() throws Exception {
        for (String header : List.of("", "A: b", "A: b\r", "A: b\r\n", "A: b\r\n\r", "A: b\r\n\r\n")) {
            byte[] octets = header.getBytes(StandardCharsets.US_ASCII);
            for (int step = 1; step <= 9; step++) {
                assertThat(poured(octets, step, receive -> GreenMailHeaders.mended("1.MIME", receive)))
                        .isEqualTo(GreenMailHeaders.mend("HEADER", octets));
            }
            assertThat(poured(octets, 3, receive -> GreenMailHeaders.mended("1", receive)))
                    .isEqualTo(octets);
        }
    }

    @Test
    void aStreamedMessageLosesOneStrayCrAtItsEnd() throws Exception {
        for (String message : List.of("", "\r", "two\r", "two\r\r", "two", "t\rwo")) {
            byte[] octets = message.getBytes(StandardCharsets.US_ASCII);
            for (int step = 1; step <= 5; step++) {
                assertThat(poured(octets, step, CourierMessages::mended)).isEqualTo(CourierMessages.mend(octets));
            }
        }
    }

    private static byte[] poured(byte[] octets, int step, UnaryOperator<Receive<byte[]>> mending) throws Exception {
        Receive.Sink<byte[]> sink = mending.apply(Receive.bytes(100)).open(octets.length);
        for (int at = 0; at < octets.length; at += step) {
            sink.stream().write(octets, at, Math.min(step, octets.length - at));
        }
        return sink.commit();
    }

    /** The line end in front of a delimiter belongs to the delimiter. */
    @Test
    void courierEndsMessagesWithAStrayCr() throws Exception {
        replay("courier-parts.txt", imap -> {
            Folder inbox = imap.select("INBOX");
            MessageView view = inbox.view(1).orElseThrow();
            PartView file = view.attachments().get(0);
            assertThat(file.fileName()).hasValue("ab.txt");
            assertThat(file.part().fileName()).hasValue("a\\b.txt");
            PartView letter = view.attachments().get(1);
            assertThat(((Embedded) letter.part().body()).message().toBytes())
                    .isEqualTo("Subject: inner\r\n\r\ntwo".getBytes(StandardCharsets.US_ASCII));
            assertThat(letter.bytes(100)).asString().isEqualTo("Subject: inner\r\n\r\ntwo");
            assertThat(view.findings()).isEmpty();
        });
    }

    @Test
    void dovecotTakesUtf8HeadersAsTheyAre() throws Exception {
        replay("dovecot24-utf8-append.txt", imap -> {
            imap.enable("UTF8=ACCEPT");
            Message letter = Message.parse("Subject: Grüße\r\n\r\nhello\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(imap.append("imap-u8", letter).uids()).isEqualTo(UidSet.of(3));
        });
    }

    /** Courier refuses NOT NOT, which only says what was said before. */
    @Test
    void twoNegationsAreNone() {
        Search once = Search.not(Search.seen().and(Search.from("ada")));
        assertThat(Search.not(once)).hasToString("SEEN FROM \"ada\"");
        assertThat(Search.not(Search.not(once))).hasToString("NOT (SEEN FROM \"ada\")");
    }
}
