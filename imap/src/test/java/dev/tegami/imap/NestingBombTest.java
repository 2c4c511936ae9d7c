package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Malformed;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.wire.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestingBombTest {
    @ParameterizedTest
    @ValueSource(strings = {"BODYSTRUCTURE ", "ENVELOPE ", "FLAGS ", "X-NEW "})
    void aMillionListsAreAFindingAndNoOverflow(String item) {
        String bomb = "* 1 FETCH (" + item + "(".repeat(1_000_000) + ")".repeat(1_000_000) + ")";
        assertThat(ResponseParser.parse(Tokens.of(bomb))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODYSTRUCTURE (\"text\" 5)", "ENVELOPE (1 2 (3))", "BODY NIL", "BODYSTRUCTURE ()"})
    void abrokenItemCostsThatItem(String item) {
        Fetched fetched = (Fetched) ResponseParser.parse(Tokens.of("* 1 FETCH (" + item + " UID 7)"));
        assertThat(fetched.uid()).isEqualTo(7);
        assertThat(fetched.damage()).isPresent();
        assertThat(fetched.structure()).isEmpty();
    }
}
