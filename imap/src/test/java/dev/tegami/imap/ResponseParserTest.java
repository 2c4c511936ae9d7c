package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.wire.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResponseParserTest {
    private static final String[] PIECES = {
        "* ",
        "1 FETCH (",
        "(",
        ")",
        " ",
        "\"",
        "\\",
        "NIL",
        "{3}\r\n",
        "abc",
        "BODY[",
        "]",
        "<0>",
        "ENVELOPE ",
        "BODYSTRUCTURE ",
        "FLAGS ",
        "\\Seen",
        "UID 4",
        "LIST ",
        "STATUS ",
        "ESEARCH ",
        "VANISHED ",
        "SEARCH 1 2",
        "OK [",
        "A1 OK",
        "+",
        "{99}\r\n",
        "\u00fc",
        "\"text\" \"plain\" "
    };

    @Provide
    Arbitrary<String> responses() {
        return Arbitraries.of(PIECES).list().ofMaxSize(24).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 2000)
    void noResponseThrowsOrHangs(@ForAll("responses") String text) {
        Response response = ResponseParser.parse(Tokens.of(text));
        assertThat(response).isNotNull();
    }

    @Property(tries = 500)
    void noOctetsThrow(@ForAll byte[] octets) {
        assertThat(ResponseParser.parse(new Tokens(octets, octets.length, 10))).isNotNull();
    }
}
