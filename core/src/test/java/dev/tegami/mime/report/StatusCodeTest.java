package dev.tegami.mime.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {
    @Property(tries = 100)
    void everyCodeIsReadBack(
            @ForAll @IntRange(min = 0, max = 999) int subject, @ForAll @IntRange(min = 0, max = 999) int detail) {
        StatusCode code = new StatusCode(5, subject, detail);
        assertThat(StatusCode.parse(code + " no")).contains(code);
        assertThat(StatusCode.parse(code + "(no)")).contains(code);
        assertThat(StatusCode.parse(" " + code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5.",
                "5.1",
                "5.1.",
                "3.1.1 x",
                "5.1.1x",
                "5.1.1.1 x",
                "5..1 x",
                "5.1000.1 x",
                "5.1.1000",
                "55.1.1 x",
                "x"
            })
    void whatIsNoCodeIsNone(String text) {
        assertThat(StatusCode.parse(text)).isEmpty();
    }
}
