package dev.tegami.imap;

import static dev.tegami.imap.StatusItem.APPENDLIMIT;
import static dev.tegami.imap.StatusItem.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.quirk.CyrusMailboxIds;
import dev.tegami.imap.internal.quirk.GreenMailHeaders;
import dev.tegami.imap.internal.quirk.JamesAppendLimit;
import java.util.List;
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

    /** Courier refuses NOT NOT, which only says what was said before. */
    @Test
    void twoNegationsAreNone() {
        Search once = Search.not(Search.seen().and(Search.from("ada")));
        assertThat(Search.not(once)).hasToString("SEEN FROM \"ada\"");
        assertThat(Search.not(Search.not(once))).hasToString("NOT (SEEN FROM \"ada\")");
    }
}
