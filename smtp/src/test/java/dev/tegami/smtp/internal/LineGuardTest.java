package dev.tegami.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineGuardTest {
    @Test
    void dotsThatBeginALineAreDoubled() throws IOException {
        assertThat(guarded(".\r\n..a\r\nb.\r\n.", LineGuard.Dots.DOUBLED)).isEqualTo("..\r\n...a\r\nb.\r\n..\r\n");
    }

    @Test
    void chunksKeepTheirDots() throws IOException {
        assertThat(guarded(".\r\n..a", LineGuard.Dots.AS_THEY_ARE)).isEqualTo(".\r\n..a\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a\rb", "\n", "\r", "a\r\r\n", "a\0", "a\r\n\n.\n", "a\r"})
    void noOtherLineEndPasses(String text) {
        assertThatThrownBy(() -> guarded(text, LineGuard.Dots.DOUBLED)).isInstanceOf(LineGuard.BareLineEnd.class);
    }

    @Property(tries = 200)
    void howeverItIsCutTheOutcomeIsTheSame(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 7) int piece)
            throws IOException {
        String whole = guarded(text, LineGuard.Dots.DOUBLED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineGuard guard = new LineGuard(out, LineGuard.Dots.DOUBLED);
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < octets.length; at += piece) {
            guard.write(octets, at, Math.min(piece, octets.length - at));
        }
        guard.endLine();
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(whole);
        assertThat(unstuffed(whole)).isEqualTo(text.endsWith("\r\n") || text.isEmpty() ? text : text + "\r\n");
        assertThat("\r\n" + whole).doesNotContain("\r\n.\r\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("\r\n", ".", "..", "a", "\u00fc", "\r\n.", "b.c")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static String unstuffed(String stuffed) {
        return ("\r\n" + stuffed).replace("\r\n.", "\r\n").substring(2);
    }

    private static String guarded(String text, LineGuard.Dots dots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineGuard guard = new LineGuard(out, dots);
        guard.write(text.getBytes(StandardCharsets.ISO_8859_1));
        guard.endLine();
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
