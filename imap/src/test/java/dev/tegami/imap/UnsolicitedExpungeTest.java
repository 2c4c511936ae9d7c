package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A server that renumbers in the middle of things, also where it must not (RFC 9051 §7.5.1). */
class UnsolicitedExpungeTest {
    private static final String HELLO = "S: * PREAUTH [CAPABILITY IMAP4rev1] hello";

    @Test
    void aSummaryKeepsItsUidWhateverItsNumberIsByThen() throws Exception {
        Sessions.dialogue(
                        HELLO,
                        "C: A1 SELECT \"INBOX\"",
                        "S: * 3 EXISTS",
                        "S: A1 OK done",
                        "C: A2 FETCH 1:3 (UID RFC822.SIZE)",
                        "S: * 1 FETCH (UID 11 RFC822.SIZE 1)",
                        "S: * 1 EXPUNGE",
                        "S: * 1 FETCH (UID 12 RFC822.SIZE 2)",
                        "S: * 2 FETCH (UID 13 RFC822.SIZE 3)",
                        "S: A2 OK done")
                .everyWay(wire -> {
                    List<Event> heard = new ArrayList<>();
                    ImapSession imap = Sessions.over(wire);
                    Folder inbox = imap.select("INBOX");
                    imap.listen(heard::add);
                    List<Summary> found = inbox.fetch(SeqSet.range(1, 3), Fetch.SIZE);
                    assertThat(found).extracting(Summary::uid).containsExactly(11L, 12L, 13L);
                    assertThat(found).extracting(each -> each.size().orElse(0)).containsExactly(1L, 2L, 3L);
                    assertThat(inbox.exists()).isEqualTo(2);
                    assertThat(heard).containsExactly(new Event.Expunged(1));
                });
    }

    @Test
    void anExpungeWhileMessagesAreCopiedIsHeardOf() throws Exception {
        Sessions.dialogue(
                        HELLO,
                        "C: A1 SELECT \"INBOX\"",
                        "S: * 3 EXISTS",
                        "S: A1 OK done",
                        "C: A2 COPY 2 \"Sent\"",
                        "S: * 3 EXPUNGE",
                        "S: A2 OK done")
                .everyWay(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    assertThat(inbox.copy(SeqSet.of(2), "Sent")).isEqualTo(Copied.UNKNOWN);
                    assertThat(inbox.exists()).isEqualTo(2);
                });
    }

    /** Between two COPY commands the server may renumber: the second would take other messages. */
    @Test
    void moreNumbersThanOneCommandHoldsAreNotCopied() throws Exception {
        Sessions.dialogue(HELLO, "C: A1 SELECT \"INBOX\"", "S: * 30000 EXISTS", "S: A1 OK done")
                .whole(wire -> {
                    Folder inbox = Sessions.over(wire).select("INBOX");
                    long[] odd = LongStream.range(0, 10_000).map(i -> 2 * i + 1).toArray();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> inbox.copy(SeqSet.of(odd), "Sent"))
                            .withMessageContaining("UIDs");
                });
    }
}
