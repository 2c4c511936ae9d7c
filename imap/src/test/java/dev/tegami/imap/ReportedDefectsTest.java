package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects of servers that nobody can run at home, by what was reported in public. */
class ReportedDefectsTest {
    /** The message itself tells what its description does not. */
    @ParameterizedTest
    @ValueSource(strings = {"gmail-structure.txt", "gmx-structure.txt", "mailru-structure.txt"})
    void aDescriptionThatIsNoneCostsOnlyItself(String file) throws Exception {
        Sessions.replay(file).everyWay(wire -> {
            try (ImapSession imap = Sessions.over(wire)) {
                MessageView view = imap.select("INBOX").view(1).orElseThrow();
                assertThat(view.text()).hasValue("hello\r\n");
                assertThat(view.findings())
                        .extracting(Discrepancy::kind)
                        .containsExactly(Discrepancy.Kind.STRUCTURE_UNREADABLE);
            }
        });
    }

    @Test
    void aBlankBehindTheLastNumberIsNoNumber() throws Exception {
        Sessions.replay("yahoo-search.txt").everyWay(wire -> {
            try (ImapSession imap = Sessions.over(wire)) {
                assertThat(imap.select("INBOX").search(Search.all())).isEqualTo(UidSet.of(7456));
            }
        });
    }
}
