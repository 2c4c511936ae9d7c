package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Receive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only CRLF, dot, CRLF ends a body; every look-alike is text. */
class TerminatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\x0A.\\x0Ab\\x0D\\x0A | a\\x0A.\\x0Ab\\x0D\\x0A",
                "a\\x0D\\x0A..\\x0D\\x0Ab\\x0D\\x0A | a\\x0D\\x0A.\\x0D\\x0Ab\\x0D\\x0A",
                "a\\x0D\\x0A.\\x0Ab\\x0D\\x0A | a\\x0D\\x0A\\x0Ab\\x0D\\x0A",
                "a\\x0D.\\x0D\\x0Ab\\x0D\\x0A | a\\x0D.\\x0D\\x0Ab\\x0D\\x0A",
                "a\\x0A.\\x0D\\x0Ab\\x0D\\x0A | a\\x0A.\\x0D\\x0Ab\\x0D\\x0A",
                "..\\x0D\\x0A...\\x0D\\x0A | .\\x0D\\x0A..\\x0D\\x0A",
                "a\\x00.\\x0D\\x0A..b\\x0D\\x0A | a\\x00.\\x0D\\x0A.b\\x0D\\x0A",
                "\\x0D\\x0A | \\x0D\\x0A",
                "-ERR no\\x0D\\x0A | -ERR no\\x0D\\x0A",
            })
    void lookAlikesAreText(String sent, String meant) throws Exception {
        var dialogue = Sessions.dialogue("TOP", "C: RETR 1", "S: +OK", "S-: " + sent, "S: .", "C: NOOP", "S: +OK");
        String expected = unescaped(meant);
        dialogue.whole(wire -> check(Sessions.over(wire), expected));
        dialogue.byteByByte(wire -> check(Sessions.over(wire), expected));
        dialogue.cutAtEveryByte(wire -> check(Sessions.over(wire), expected));
    }

    private static void check(Pop3Session session, String expected) throws Exception {
        byte[] octets = session.retrieve(new Entry(1, 0, Optional.empty()), Receive.bytes(1000));
        assertThat(new String(octets, ISO_8859_1)).isEqualTo(expected);
        session.noop();
    }

    private static String unescaped(String text) {
        String plain = text;
        for (String octet : List.of("00", "0A", "0D")) {
            plain = plain.replace("\\x" + octet, String.valueOf((char) Integer.parseInt(octet, 16)));
        }
        return plain;
    }

    @ParameterizedTest
    @CsvSource({"LIST", "UIDL"})
    void anEmptyBodyIsEmpty(String other) throws Exception {
        Sessions.dialogue(
                        "TOP", "C: RETR 1", "S: +OK", "S: .", "C: LIST", "S: +OK", "S: .", "C: UIDL", "S: +OK", "S: .")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    assertThat(session.retrieve(new Entry(1, 0, Optional.of(other)), Receive.bytes(1)))
                            .isEmpty();
                    assertThat(session.entries()).isEmpty();
                });
    }
}
