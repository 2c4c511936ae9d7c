package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.testkit.Trees;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageViewTest {
    private static final Message LETTER = Message.compose()
            .from("ada@example.test")
            .to("bob@example.test")
            .subject("minutes")
            .text("see the minutes\r\n")
            .html("<p>see the minutes</p>")
            .attach("minutes.pdf", new byte[3_000_000])
            .attach("議事録.pdf", new byte[] {1, 2, 3})
            .build();

    @Property(tries = 150)
    void theViewOverImapIsThatOfTheParsedMessage(@ForAll long seed) throws IOException {
        Message message = new Trees(seed).message();
        try (LetterServer server = new LetterServer(seed % 2 == 0 ? "" : " BINARY", message);
                ImapSession imap = server.open()) {
            MessageView view = imap.select("INBOX").view(1).orElseThrow();
            ViewComparison.check(view, message);
            assertThat(view.findings()).isEmpty();
        }
    }

    @Test
    void onlyWhatIsAskedForIsFetched() throws IOException {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            MessageView view = imap.select("INBOX").view(1).orElseThrow();
            assertThat(view.text()).contains("see the minutes\r\n");
            assertThat(view.attachment("議事録.pdf").orElseThrow().bytes(10)).containsExactly(1, 2, 3);
            assertThat(server.fetches())
                    .containsExactly(
                            "A2 UID FETCH 1 (UID BODYSTRUCTURE)",
                            "A3 UID FETCH 1 (UID BODY.PEEK[1.1.MIME] BODY.PEEK[1.1])",
                            "A4 UID FETCH 1 (UID BODY.PEEK[3.MIME] BODY.PEEK[3]<0.1048576>)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " BINARY", " IMAP4rev2"})
    void aLongPartComesInSeveralWindowsOrDecoded(String capabilities) throws IOException {
        try (LetterServer server = new LetterServer(capabilities, LETTER);
                ImapSession imap = server.open()) {
            MessageView view = imap.select("INBOX").view(1).orElseThrow();
            assertThat(view.attachment("minutes.pdf").orElseThrow().bytes(1 << 22))
                    .isEqualTo(new byte[3_000_000]);
            assertThat(server.fetches()).hasSize(capabilities.isEmpty() ? 5 : 2);
        }
    }

    @Test
    void aMessageThatIsNotThereHasNoView() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            assertThat(imap.select("INBOX").view(2)).isEmpty();
        }
    }

    @Test
    void aWholeMessageIsAMessage() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            Folder inbox = imap.select("INBOX");
            Summary whole =
                    inbox.fetch(UidSet.of(1), Fetch.section(Section.ALL)).get(0);
            assertThat(whole.message().orElseThrow().toBytes()).isEqualTo(LETTER.toBytes());
            Summary start = inbox.fetch(UidSet.of(1), Fetch.section(Section.ALL.partial(0, 100)))
                    .get(0);
            assertThat(start.message()).isEmpty();
            assertThat(start.section(Section.ALL).orElseThrow()).hasSize(100);
        }
    }

    @Test
    void anItemThatCannotBeReadIsNamedAndTheOthersStay() {
        try (LetterServer server = new LetterServer("", LETTER)
                        .bending(told -> told.startsWith("BODYSTRUCTURE") ? "BODYSTRUCTURE (1 2)" : told);
                ImapSession imap = server.open()) {
            Summary summary = imap.select("INBOX")
                    .fetch(UidSet.of(1), Fetch.STRUCTURE, Fetch.SIZE)
                    .get(0);
            assertThat(summary.structure()).isEmpty();
            assertThat(summary.damage()).isPresent();
            assertThat(summary.size()).hasValue(LETTER.size());
        }
    }
}
