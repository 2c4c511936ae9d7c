package dev.tegami.imap;

import static dev.tegami.imap.Search.subject;
import static dev.tegami.imap.Search.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.wire.Wire;
import dev.tegami.net.Receive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    @ParameterizedTest
    @ValueSource(strings = {"dovecot.txt", "courier.txt"})
    void everyBrandGivesTheSameFactsHoweverItsOctetsCome(String file) throws Exception {
        Sessions.replay(file).everyWay(TranscriptTest::read);
    }

    private static void read(Wire wire) {
        try (ImapSession imap = Sessions.over(wire)) {
            assertThat(imap.list()).extracting(FolderListing::name).contains("INBOX");
            Folder inbox = imap.select("INBOX");
            assertThat(inbox.exists()).isBetween(4L, 5L);
            assertThat(inbox.uidValidity()).isPositive();
            UidSet found = inbox.search(unseen().and(subject("grüße")));
            assertThat(found).isEqualTo(UidSet.of(1, 3));
            List<Summary> summaries = inbox.fetch(found, Fetch.ENVELOPE, Fetch.STRUCTURE);
            assertThat(summaries).hasSize(1);
            Summary summary = summaries.get(0);
            assertThat(summary.subject()).contains("grüße");
            assertThat(summary.from().toString()).contains("a@x.test");
            Structure structure = summary.structure().orElseThrow();
            assertThat(structure.all().map(Structure::section)).containsExactly("", "1", "2", "2.1", "3");
            assertThat(inbox.receive(1, Section.mime("2"), Receive.bytes(100))
                            .map(octets -> new String(octets, StandardCharsets.UTF_8)))
                    .contains("Subject: inner\r\n\r\n");
        }
    }
}
