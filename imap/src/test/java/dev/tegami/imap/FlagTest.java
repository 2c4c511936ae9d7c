package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\Seen",
                "$Forwarded",
                "x-Own",
                "Stra\u00dfe",
                "\u0130\u0131",
                "\ud801\udc00\ud801\udc28",
                "\ud801"
            })
    void flagsThatDifferInCaseOnlyAreOne(String name) {
        Flag flag = Flag.received(name);
        for (int i = 0; i < name.length(); i++) {
            for (char other : List.of(Character.toUpperCase(name.charAt(i)), Character.toLowerCase(name.charAt(i)))) {
                Flag changed = Flag.received(name.substring(0, i) + other + name.substring(i + 1));
                assertThat(changed).isEqualTo(flag).hasSameHashCodeAs(flag);
            }
        }
    }
}
