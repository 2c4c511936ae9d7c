package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.Receive;
import dev.tegami.net.WireLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server leaves out octets of partial fetches, gives others, or gives too many. */
class LyingPartialTest {
    private static final int WINDOW = 4097;
    private static final WireLimits LIMITS = WireLimits.defaults().literal((WINDOW - 1) * 2);
    private static final Pattern PARTIAL = Pattern.compile("(?s)(BODY\\[[^]]*\\])<([0-9]+)> \\{[0-9]+\\}\r\n(.*)");
    private static final byte[] OCTETS = octets(30_000);
    private static final Message LETTER = letter(OCTETS);

    private static byte[] octets(int count) {
        byte[] octets = new byte[count];
        new Random(1).nextBytes(octets);
        return octets;
    }

    private static Message letter(byte[] octets) {
        return Message.compose()
                .from("ada@example.test")
                .to("bob@example.test")
                .text("see the file")
                .attach("file.bin", octets)
                .build();
    }

    /** What is told of the window from an octet on. */
    private interface Bend {
        String told(String name, int from, String octets);
    }

    private static UnaryOperator<String> partials(Bend bend) {
        return told -> {
            Matcher partial = PARTIAL.matcher(told);
            return partial.matches()
                    ? bend.told(partial.group(1), Integer.parseInt(partial.group(2)), partial.group(3))
                    : told;
        };
    }

    private static String partial(String name, int from, String octets) {
        return name + "<" + from + "> " + LetterServer.literal(octets);
    }

    private static PartView file(ImapSession imap) {
        return imap.select("INBOX").view(1).orElseThrow().attachment("file.bin").orElseThrow();
    }

    private static void refused(Bend bend, String why) {
        try (LetterServer server = new LetterServer("", LETTER).bending(partials(bend));
                ImapSession imap = server.open(LIMITS)) {
            PartView file = file(imap);
            assertThatThrownBy(() -> file.bytes(1 << 20))
                    .isInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3072, 4097, 8194, 29_999, 30_000, 40_000, 100_000})
    void windowsAddUpToThePart(int length) throws IOException {
        byte[] octets = octets(length);
        try (LetterServer server = new LetterServer("", letter(octets));
                ImapSession imap = server.open(LIMITS)) {
            MessageView view = imap.select("INBOX").view(1).orElseThrow();
            assertThat(view.attachment("file.bin").orElseThrow().bytes(1 << 20)).isEqualTo(octets);
            assertThat(view.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, WINDOW, 2 * WINDOW, 3 * WINDOW, 4 * WINDOW - 1, 5 * WINDOW})
    void aSizeThatIsNotTrueLosesNothing(int told) {
        UnaryOperator<String> lie = item -> item.replaceAll("\"base64\" [0-9]+", "\"base64\" " + told);
        try (LetterServer server = new LetterServer("", LETTER).bending(lie);
                ImapSession imap = server.open(LIMITS)) {
            assertThat(file(imap).bytes(1 << 20)).isEqualTo(OCTETS);
        }
    }

    @Test
    void aWindowThatShrinksIsAnError() {
        refused((name, from, octets) -> partial(name, from, octets.substring(0, octets.length() / 2)), "cut short");
    }

    @Test
    void aWindowThatIsEmptyInTheMiddleIsAnError() {
        refused((name, from, octets) -> partial(name, from, from == 2 * WINDOW ? "" : octets), "cut short");
    }

    @Test
    void aLastWindowThatIsCutIsAnError() {
        int last = 10 * WINDOW;
        refused(
                (name, from, octets) -> partial(name, from, from == last ? octets.substring(0, 5) : octets),
                "cut short");
    }

    @Test
    void moreThanWasAskedForIsAnError() {
        refused((name, from, octets) -> partial(name, from, octets + "QUJD"), "were asked for");
    }

    @Test
    void octetsFromElsewhereAreAnError() {
        refused((name, from, octets) -> partial(name, from + 4, octets), "nobody asked for");
    }

    @Test
    void aServerThatKnowsNoPartialsIsAnError() {
        refused((name, from, octets) -> name + " " + LetterServer.literal(octets), "nobody asked for");
    }

    @Test
    void aReceiverThatBreaksLeavesTheSessionAlive() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open(LIMITS)) {
            PartView file = file(imap);
            OutputStream full = new OutputStream() {
                private int count;

                @Override
                public void write(int octet) throws IOException {
                    if (++count > 6000) {
                        throw new IOException("disk full");
                    }
                }
            };
            assertThatThrownBy(() -> file.toStream(full))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThatThrownBy(() -> file.bytes(10)).isInstanceOf(dev.tegami.LimitExceeded.class);
            assertThatThrownBy(() -> file.receive(announced -> {
                        imap.noop();
                        return Receive.bytes(1).open(announced);
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(file.bytes(1 << 20)).isEqualTo(OCTETS);
        }
    }
}
