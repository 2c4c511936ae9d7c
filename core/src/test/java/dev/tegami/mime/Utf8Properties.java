package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.mime.Charsets;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8Properties {
    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings().withCharRange(' ', (char) 255).ofMaxLength(200);
    }

    @Property(tries = 500)
    void latinTextDecodesAsTheJdkDoes(@ForAll("latin") String text) {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(StandardCharsets.UTF_8, b, 0, b.length)).isEqualTo(text);
    }

    @Property(tries = 1000)
    void anyOctetsDecodeAsTheJdkDoes(@ForAll byte[] b) {
        assertThat(Charsets.decode(StandardCharsets.UTF_8, b, 0, b.length))
                .isEqualTo(new String(b, StandardCharsets.UTF_8));
    }
}
