package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import dev.tegami.net.WireLimits;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server describes a message that is not the one it has. */
class LyingStructureTest {
    private static final Message LETTER = Message.compose()
            .from("ada@example.test")
            .to("bob@example.test")
            .text("Grüße\r\n")
            .attach("numbers.bin", new byte[] {1, 2, 3})
            .build();

    private static MessageView view(ImapSession imap) {
        return imap.select("INBOX").view(1).orElseThrow();
    }

    private static UnaryOperator<String> structure(String other) {
        return told -> told.startsWith("BODYSTRUCTURE") ? "BODYSTRUCTURE " + other : told;
    }

    private static void checkWhole(MessageView view, Discrepancy.Kind kind) {
        assertThat(view.text()).isEqualTo(LETTER.text());
        assertThat(view.attachments()).hasSize(1);
        assertThat(view.attachment("numbers.bin").orElseThrow().bytes(9)).containsExactly(1, 2, 3);
        assertThat(view.findings()).extracting(Discrepancy::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIL",
                "((\"text\" \"plain\"",
                "\"text\"",
                "(1 2 3)",
                "()",
                "(\"text\" \"plain\" NIL NIL NIL \"7bit\" x)",
                "((\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\" 0 0 NIL NIL NIL NIL) \"mixed\" NIL NIL)",
                "{5}\r\nhello"
            })
    void whatCannotBeReadIsParsedHere(String structure) {
        try (LetterServer server = new LetterServer("", LETTER).bending(structure(structure));
                ImapSession imap = server.open()) {
            checkWhole(view(imap), Discrepancy.Kind.STRUCTURE_UNREADABLE);
        }
    }

    @Test
    void aSectionThatIsNotThereIsTakenFromTheWholeMessage() {
        UnaryOperator<String> missing = told -> told.replaceAll("(?s)^BODY\\[([12])\\].*", "BODY[$1] NIL")
                .replaceAll("(?s)^BODY\\[2\\]<0>.*", "BODY[2]<0> NIL");
        try (LetterServer server = new LetterServer("", LETTER).bending(missing);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            PartView early = view.attachment("numbers.bin").orElseThrow();
            assertThat(early.bytes(9)).containsExactly(1, 2, 3);
            assertThat(early.part().raw().size())
                    .isEqualTo(LETTER.attachments().get(0).raw().size());
            checkWhole(view, Discrepancy.Kind.SECTION_MISSING);
        }
    }

    @Test
    void aPartThatIsNowhereIsNamed() {
        String many = "((\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1)(\"a\" \"b\" NIL NIL NIL \"7bit\" 3)"
                + "(\"a\" \"b\" (\"name\" \"ghost\") NIL NIL \"7bit\" 3) \"mixed\")";
        try (LetterServer server = new LetterServer("", LETTER).bending(structure(many));
                ImapSession imap = server.open()) {
            PartView ghost = view(imap).attachment("ghost").orElseThrow();
            assertThatThrownBy(() -> ghost.bytes(9))
                    .isInstanceOf(SectionMissing.class)
                    .hasMessageContaining("section 3");
        }
    }

    @Test
    void aTypeThatIsAnotherIsTakenFromTheWholeMessage() {
        UnaryOperator<String> html = told -> told.replace("\"plain\"", "\"html\"");
        try (LetterServer server = new LetterServer("", LETTER).bending(html);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            assertThat(view.html()).isEqualTo(LETTER.html());
            checkWhole(view, Discrepancy.Kind.TYPE_DIFFERS);
        }
    }

    @Test
    void anotherTypeOfAPartOfAMessageThatIsTooLongIsAFindingOnly() {
        Message large = LETTER.edit().attach("large.bin", new byte[100_000]).build();
        UnaryOperator<String> html = told -> told.replace("\"plain\"", "\"html\"");
        try (LetterServer server = new LetterServer("", large).bending(html);
                ImapSession imap = server.open(WireLimits.defaults().literal(9000))) {
            MessageView view = view(imap);
            assertThat(view.htmlBody().get(0).part().contentType().is("text/plain"))
                    .isTrue();
            assertThat(view.findings()).extracting(Discrepancy::kind).containsExactly(Discrepancy.Kind.TYPE_DIFFERS);
            assertThatThrownBy(view::message).isInstanceOf(LimitExceeded.class).hasMessageContaining("literal");
            assertThat(view.attachment("numbers.bin").orElseThrow().bytes(9)).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5_000, 2_000_000_000})
    void aSizeThatIsNotTrueIsAFinding(int size) {
        UnaryOperator<String> lie = told -> told.replaceAll("(\"(?:base64|quoted-printable)\") [0-9]+", "$1 " + size);
        try (LetterServer server = new LetterServer("", LETTER).bending(lie);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            if (size < 1_000_000) {
                assertThat(view.text()).isEqualTo(LETTER.text());
            } else {
                assertThatThrownBy(view::text).isInstanceOf(LimitExceeded.class);
            }
            assertThat(view.attachment("numbers.bin").orElseThrow().bytes(9)).containsExactly(1, 2, 3);
            assertThat(view.findings()).extracting(Discrepancy::kind).containsOnly(Discrepancy.Kind.SIZE_DIFFERS);
        }
    }

    @Test
    void anEncodingThatIsAnotherIsReadFromThePart() {
        UnaryOperator<String> lie = told -> told.replace("\"base64\"", "\"8bit\"");
        try (LetterServer server = new LetterServer("", LETTER).bending(lie);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            assertThat(view.attachment("numbers.bin").orElseThrow().bytes(9)).containsExactly(1, 2, 3);
            assertThat(view.findings())
                    .extracting(Discrepancy::kind)
                    .containsExactly(Discrepancy.Kind.ENCODING_DIFFERS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[UNKNOWN-CTE] what is that", "[PARSE] broken base64", "cannot"})
    void whatTheServerWillNotDecodeIsDecodedHere(String refusal) {
        try (LetterServer server = new LetterServer(" BINARY", LETTER)
                        .refusing(item -> item.startsWith("BINARY") ? refusal : null);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            assertThat(view.attachment("numbers.bin").orElseThrow().bytes(9)).containsExactly(1, 2, 3);
            assertThat(view.findings()).extracting(Discrepancy::kind).containsExactly(Discrepancy.Kind.BINARY_REFUSED);
        }
    }

    @Test
    void whatIsRefusedAltogetherIsRefused() {
        try (LetterServer server =
                        new LetterServer("", LETTER).refusing(item -> item.contains("<0.") ? "[LIMIT] no" : null);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            PartView part = view.attachment("numbers.bin").orElseThrow();
            assertThatThrownBy(() -> part.bytes(9)).isInstanceOf(ImapRefused.class);
            assertThat(view.text()).isEqualTo(LETTER.text());
        }
    }

    @Test
    void aMessageThatWasRemovedMeanwhileIsNamed() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            MessageView view = view(imap);
            List<PartView> parts = view.attachments();
            server.remove();
            assertThatThrownBy(view::text).isInstanceOf(MessageGone.class).hasMessageContaining("UID 1");
            assertThatThrownBy(() -> parts.get(0).bytes(9)).isInstanceOf(MessageGone.class);
            assertThatThrownBy(view::message).isInstanceOf(MessageGone.class);
        }
    }
}
