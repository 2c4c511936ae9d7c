package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.wire.ModifiedUtf7;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiedUtf7Test {
    @ParameterizedTest
    @CsvSource({
        "'~peter/mail/&U,BTFw-/&ZeVnLIqe-', ~peter/mail/台北/日本語",
        "Entw&APw-rfe, Entwürfe",
        "A&-B, A&B",
        "&2D3cBQ-, 🐅"
    })
    void knownNamesMeanWhatTheyMean(String wire, String name) {
        assertThat(ModifiedUtf7.decode(wire)).isEqualTo(name.equals("🐅") ? "\uD83D\uDC05" : name);
        assertThat(ModifiedUtf7.encode(name.equals("🐅") ? "\uD83D\uDC05" : name))
                .isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({"A&B", "&AG-", "&AGEAYg-", "&AGEAY=-", "&!!-", "&"})
    void whatIsNotModifiedUtf7StaysAsItIs(String wire) {
        assertThat(ModifiedUtf7.decode(wire)).isEqualTo(wire);
    }

    @Property(tries = 300)
    void decodingUndoesEncoding(@ForAll String name) {
        String wire = ModifiedUtf7.encode(name);
        assertThat(wire).matches("[ -~]*");
        assertThat(ModifiedUtf7.decode(wire)).isEqualTo(name);
    }
}
